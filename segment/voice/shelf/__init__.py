"""The shelf: sentences that were spoken and found good, kept so that nothing is spoken twice.

``key``    what a spoken sentence is kept under
``entry``  a spoken sentence as a FLAC file with its word times, and back, with a digest that is held against it
``shelf``  the folder of them: taken from, put on, held to a size; shared by any number of processes
"""
