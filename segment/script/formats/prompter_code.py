"""What a prompter page is made of besides the script, of which no word is in here: its dress, and the program that scrolls it."""

from __future__ import annotations

STYLE = """
html { background: #000; }
body { margin: 0; color: #fff; background: #000; font: 3.6rem/1.45 "Liberation Sans", Arial, Helvetica, sans-serif;
overflow: hidden; }
#glass { position: fixed; inset: 0; overflow: hidden; }
#glass.mirror { transform: scaleX(-1); }
#text { position: absolute; left: 0; right: 0; top: 0; padding: 0 8vw; will-change: transform; }
#mark { position: absolute; left: 2vw; top: 33vh; width: 0; height: 0; z-index: 2; border-left: 2.5vw solid #ffd400;
border-top: 1.2vw solid transparent; border-bottom: 1.2vw solid transparent; margin-top: -1.2vw; }
#clock { position: absolute; z-index: 3; left: 0; right: 0; top: 0; font-size: 2.2rem; text-align: right; background: #000;
padding: 0 2vw; border-bottom: 2px solid #777; font-variant-numeric: tabular-nums; }
h1, h2 { font-size: 1.8rem; color: #bbb; margin: .5em 0; letter-spacing: .08em; }
p { margin: 0 0 .7em; overflow-wrap: anywhere; }
.who { display: block; font-size: 1.6rem; color: #ffd400; letter-spacing: .08em; }
.cue, .pause { font-size: 1.8rem; color: #bbb; }
.other { color: #9a9a9a; font-size: 2.4rem; }
em { font-style: normal; text-decoration: underline; }
strong { text-decoration: underline; text-decoration-thickness: .12em; }
.say { color: #8fd3ff; font-size: .7em; }
.beat { color: #bbb; font-size: .7em; }
#keys { position: fixed; z-index: 4; left: 0; right: 0; bottom: 0; display: flex; flex-wrap: wrap; gap: .5rem; padding: .5rem;
background: #000; }
#keys button { font: 1rem/1.5 "Liberation Sans", Arial, sans-serif; color: #fff; background: #333; border: 1px solid #fff; }
.running #keys { display: none; }
@media print {
html, body { background: #fff; color: #000; overflow: visible; font-size: 18pt; line-height: 1.4; }
.who, .cue, .pause, .other, h1, h2 { font-size: 12pt; }
.say, .beat { font-size: .8em; }
#glass, #text { position: static; overflow: visible; transform: none !important; padding: 0; }
#mark, #clock, #keys { display: none; }
body *, .other, .say, .who, .cue, .beat, .pause, h1, h2 { color: #000; }
p { break-inside: avoid; }
}
"""

SCRIPT = """
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const glass = find("glass"), text = find("text"), left = find("left"), pace = find("pace");
  const lines = [...text.querySelectorAll("[data-s]")].map((node) => ({ node, seconds: Number(node.dataset.s) }));
  const total = lines.reduce((sum, line) => sum + line.seconds, 0);
  const asked = new URLSearchParams(location.hash.slice(1));
  let at = 0, speed = 1, running = false, before = 0;

  const clock = (seconds) => {
    const whole = Math.max(0, Math.floor(seconds + 0.5));
    return `${Math.floor(whole / 60) || ""}:${String(whole % 60).padStart(2, "0")}`;
  };
  // The place in the text that is read at a time: inside a line the reader goes on evenly.
  const height = () => {
    let start = 0;
    for (const line of lines) {
      if (line.seconds > 0 && at < start + line.seconds) {
        return line.node.offsetTop + line.node.offsetHeight * (at - start) / line.seconds;
      }
      start += line.seconds;
    }
    return text.offsetHeight;
  };
  const show = () => {
    text.style.transform = `translateY(${(window.innerHeight * 0.33 - height()).toFixed(1)}px)`;
    left.textContent = clock((total - at) / speed);
    pace.textContent = speed === 1 ? "" : `${Math.round(speed * 100)} %`;
  };
  const step = (now) => {
    if (!running) return;
    at = Math.min(total, at + (now - before) / 1000 * speed);
    before = now;
    show();
    if (at >= total) run(false); else requestAnimationFrame(step);
  };
  const run = (on) => {
    running = on;
    document.body.classList.toggle("running", on);
    if (on) { before = performance.now(); requestAnimationFrame(step); }
  };
  const jump = (by) => {
    let start = 0;
    const starts = lines.map((line) => { const own = start; start += line.seconds; return own; });
    const earlier = starts.filter((one) => one < at - 0.5), later = starts.filter((one) => one > at + 0.01);
    at = by < 0 ? (earlier.pop() ?? 0) : (later.shift() ?? total);
    show();
  };
  const press = (key) => {
    if (key === " ") run(!running);
    else if (key === "ArrowUp" || key === "ArrowDown") {
      speed = Math.min(2, Math.max(0.5, Math.round((speed + (key === "ArrowUp" ? 0.05 : -0.05)) * 100) / 100));
      show();
    }
    else if (key === "PageUp" || key === "PageDown") jump(key === "PageUp" ? -1 : 1);
    else if (key === "Home") { at = 0; show(); }
    else if (key === "m" || key === "M") glass.classList.toggle("mirror");
    else if (key === "f" || key === "F") document.documentElement.requestFullscreen?.();
    else return false;
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && press(event.key)) event.preventDefault();
  });
  find("keys").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) { button.blur(); press(button.dataset.key); }
  });
  window.addEventListener("resize", show);
  if (asked.has("t")) at = Math.min(total, Math.max(0, Number(asked.get("t")) || 0));
  if (asked.has("mirror")) glass.classList.add("mirror");
  show();
  if (asked.has("start")) run(true);
})();
"""
