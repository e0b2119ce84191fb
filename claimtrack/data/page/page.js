(() => {
  "use strict";
  const table = document.getElementById("table");
  const rows = table ? [...table.tBodies[0].rows] : [];
  const lines = [...document.querySelectorAll(".own li")];
  const target = (row) => (row.id ? row : document.getElementById(row.cells[0].firstElementChild.hash.slice(1)));
  const flags = (row) => (row.id ? row.querySelector("code").textContent : row.dataset.flags).split(" ");
  const value = (row, column) => row.cells[column].dataset.v || row.cells[column].textContent;

  const sort = (header, column) => {
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    rows.sort((a, b) => (down ? -1 : 1) * compare(value(a, column), value(b, column)));
    table.tBodies[0].append(...rows);
  };

  let unfolded = [];
  const unfold = (wanted) => {
    for (const each of unfolded) each.open = false;
    unfolded = wanted ? [...document.querySelectorAll(".own:not([open])")].filter((each) => each.querySelector("li:not([hidden])")) : [];
    for (const each of unfolded) each.open = true;
  };

  const filter = () => {
    const words = document.getElementById("words").value.toLowerCase().trim();
    const flag = document.getElementById("flag").value;
    const show = (row) => {
      const fits = (!flag || flags(row).includes(flag)) && row.textContent.toLowerCase().includes(words);
      row.hidden = target(row).hidden = !fits;
      return fits;
    };
    const above = rows.filter(show).length;
    const below = lines.filter(show).length;
    unfold(words || flag);
    const where = below ? `, ${below} of them in a line under their articles` : "";
    document.getElementById("shown").textContent = `${above + below} of ${rows.length + lines.length} claims shown${where}`;
  };

  const open = () => {
    let place;
    try { place = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!place) return;
    if (place.closest("[hidden]")) {
      document.getElementById("words").value = document.getElementById("flag").value = "";
      filter();
    }
    for (let up = place; up; up = up.parentElement) if (up.localName === "details") up.open = true;
    place.scrollIntoView();
  };

  if (table) {
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      button.addEventListener("click", () => sort(header, column));
      header.replaceChildren(button);
    });
    const tools = document.querySelector(".tools");
    tools.addEventListener("input", filter);
    tools.hidden = false;
    filter();
  }
  addEventListener("hashchange", open);
  open();

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
  });
})();
