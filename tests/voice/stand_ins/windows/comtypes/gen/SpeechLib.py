"""Constants of SAPI."""

SSFMCreateForWrite = 3
