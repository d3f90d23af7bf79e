// Keeps transcript and chapters in step with the sound, and goes to where one clicks.
(() => {
  const player = document.getElementById("player");
  if (!player) return;
  const spans = [...document.querySelectorAll("#transcript span")];
  const chapters = [...document.querySelectorAll(".chapters button")];
  const turns = [...document.querySelectorAll("#transcript button")];
  const at = (element) => Number(element.dataset.at);

  // The last element that has begun; they stand in order of time.
  const current = (elements, time) => {
    let low = 0, high = elements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(elements[middle]) <= time) low = middle + 1; else high = middle;
    }
    return low - 1;
  };
  const mark = (elements, chosen) => {
    for (const element of elements) element.classList.toggle("heard", element === chosen);
  };
  const follow = () => {
    const time = player.currentTime + 0.05;
    const span = spans[current(spans, time)];
    mark(spans, span && time < Number(span.dataset.to) + 1 ? span : undefined);
    const chapter = chapters[current(chapters, time)];
    mark(chapters.map((button) => button.parentElement), chapter?.parentElement);
    for (const button of chapters) {
      if (button === chapter) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
    }
  };
  const go = (element) => {
    player.currentTime = at(element);
    player.play().catch(() => {});
    follow();
  };
  for (const element of [...spans, ...chapters, ...turns]) element.addEventListener("click", () => go(element));
  for (const name of ["timeupdate", "seeked", "play"]) player.addEventListener(name, follow);
})();
