"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const PHASES = ["boot", "lay", "run", "strip"];
  const MEANING = "boot: start of the process and its JVM; lay: mounting; run: Jupiter and the tests; "
    + "strip: end of the JVM and of its mounts.";
  const STATUS = {
    SUCCESSFUL: { mark: "✓", word: "passed" },
    FAILED: { mark: "✗", word: "failed" },
    ABORTED: { mark: "!", word: "aborted" },
    SKIPPED: { mark: "–", word: "skipped" },
  };
  const CHUNK = 250;
  const byId = (id) => document.getElementById(id);

  /** An element with text and children; whatever comes from the data is only ever text. */
  function el(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content.filter((each) => each !== null && each !== undefined));
    return element;
  }

  function button(className, text, action) {
    const element = el("button", className, text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  const number = (value, digits = 0) => value.toLocaleString("en", { maximumFractionDigits: digits });

  function time(nanos) {
    const ms = nanos / 1e6;
    const seconds = Math.round(ms / 1000);
    if (seconds >= 60) return Math.floor(seconds / 60) + " min " + (seconds % 60) + " s";
    if (ms >= 1000) return number(ms / 1000, ms >= 10000 ? 1 : 2) + " s";
    return ms >= 10 ? number(ms) + " ms" : number(ms, ms >= 1 ? 1 : 2) + " ms";
  }

  const plural = (count, word) => number(count) + " " + word + (count === 1 ? "" : "s");
  const sum = (values) => values.reduce((all, each) => all + each, 0);

  /** What cannot be seen, or turns the text around it, becomes a number; a line break stays where lines are shown. */
  function seen(text, lines = false) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (c) =>
      lines && (c === "\n" || c === "\t") ? c : "\\u" + c.codePointAt(0).toString(16).padStart(4, "0"));
  }

  // ---- the data: one element for each launcher session; the last one may be cut off

  let cut = false;
  const sessions = [];
  for (const element of document.querySelectorAll('script[type="application/json"]')) {
    try {
      sessions.push(JSON.parse(element.textContent));
    } catch (e) {
      cut = true;
    }
  }
  const attempts = new Map();
  const tests = sessions.flatMap((session) => session.tests.map((test) => {
    const fork = test.fork === undefined ? null : session.forks[test.fork];
    const picture = fork && fork.picture !== undefined ? session.pictures[fork.picture] : null;
    const shared = fork !== null && fork.tests > 1;
    const times = fork && fork.times
      ? shared ? [0, 0, test.nanos || 0, 0] : fork.times
      : null;
    const names = test.names.map((name) => seen(name));
    const entry = { ...test, names, session, fork, picture, shared, times, total: times ? sum(times) : -1 };
    entry.title = names[names.length - 1] || seen(test.id);
    entry.search = [names.join(" "), test.class, test.why, STATUS[test.status].word,
      ...(picture ? picture.rows.filter((row) => row.kind === "DECLARED").map((row) => row.at + " " + row.type) : []),
    ].join("\n").toLowerCase();
    if (!attempts.has(test.id)) attempts.set(test.id, []);
    attempts.get(test.id).push(entry);
    return entry;
  }));
  const last = (test) => attempts.get(test.id).at(-1) === test;
  const longest = Math.max(1, ...tests.map((test) => test.total));

  // ---- light and dark

  const dark = matchMedia("(prefers-color-scheme: dark)");
  let theme = "system";
  function paint() {
    document.documentElement.dataset.theme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
    byId("theme").textContent = "Theme: " + theme;
  }
  byId("theme").addEventListener("click", () => {
    theme = { system: "light", light: "dark", dark: "system" }[theme];
    paint();
  });
  dark.addEventListener("change", paint);
  paint();

  // ---- summary

  function bar(times, whole, tall) {
    const element = el("div", tall ? "bar tall" : "bar");
    PHASES.forEach((phase, i) => {
      if (times[i] > 0) {
        const part = el("i", phase);
        part.style.width = (100 * times[i]) / whole + "%";
        element.append(part);
      }
    });
    return element;
  }

  function key(times, extra = {}) {
    return el("ul", "key", ...PHASES.map((phase, i) =>
      el("li", "", el("i", phase), phase + " ", el("b", "", time(times[i])), extra[phase] || null)));
  }

  function figure(value, word, className = "") {
    return el("div", "", el("b", className, value), el("span", "", word));
  }

  /** Whether a fork was ordered while another one was at work. */
  function overlap(session) {
    const timed = session.forks.filter((fork) => fork.times).sort((a, b) => a.at - b.at);
    return timed.some((fork, i) => i > 0 && fork.at < timed[i - 1].at + sum(timed[i - 1].times));
  }

  function summary() {
    const counted = tests.filter((test) => test.test && last(test));
    const forks = sessions.flatMap((session) => session.forks);
    const timed = forks.filter((fork) => fork.times);
    const all = PHASES.map((_, i) => sum(timed.map((fork) => fork.times[i])));
    const count = (status) => tests.filter((test) => test.status === status && last(test)).length;
    const figures = el("div", "figures", figure(number(counted.length), counted.length === 1 ? "test" : "tests"));
    for (const status of Object.keys(STATUS)) {
      if (count(status) > 0) figures.append(figure(number(count(status)), STATUS[status].word, status));
    }
    const start = Math.min(...sessions.map((session) => session.start));
    const end = Math.max(...sessions.map((session) => session.start + session.nanos / 1e6));
    figures.append(figure(time((end - start) * 1e6), "from start to end"));
    byId("summary").append(figures);
    if (timed.length > 0) {
      byId("summary").append(el("div", "", bar(all, Math.max(1, sum(all)), true),
        key(all, { run: null }), el("p", "note", "Where the time of " + plural(timed.length, "fork") + " went, "
          + time(sum(all)) + " in all" + (sessions.some(overlap) ? ", some of them at the same time" : "") + "."),
        el("p", "note", MEANING)));
    }
    const java = [...new Set(sessions.map((session) => session.java))].join(", ");
    const users = [...new Set(sessions.map((session) => seen(session.user)))].join(", ");
    const jvms = new Set(sessions.map((session) => session.pid)).size;
    const project = [...new Set(sessions.map((session) => seen(session.project)).filter((name) => name))].join(", ");
    byId("about").textContent = (project ? project + " · " : "") + new Date(start).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })
      + " · as " + users + " · JDK " + java + (jvms > 1 ? " · " + jvms + " JVMs" : "")
      + (cut ? " · one JVM was killed while it wrote this page; what it had to tell is missing" : "");
    document.title = (count("FAILED") ? count("FAILED") + " failed" : counted.length + " tests")
      + (project ? " · " + project : "") + " · isolated-mounts";
  }

  // ---- the list

  const rowOf = new Map();
  const rowsOf = new WeakMap();
  let query = "";
  let shown = "ALL";
  let selected = null;

  const visible = () => tests.filter((test) => (shown === "ALL" || test.status === shown)
    && query.split(/\s+/).every((word) => test.search.includes(word)));

  function ordered(list) {
    const order = byId("order").value;
    if (order === "slow") return [...list].sort((a, b) => b.total - a.total);
    if (order === "name") return [...list].sort((a, b) => a.names.join("\n").localeCompare(b.names.join("\n")));
    return list;
  }

  function row(test, grouped) {
    const before = test.names.slice(grouped ? 1 : 0, -1);
    const of = attempts.get(test.id);
    const mark = el("span", "mark " + test.status, STATUS[test.status].mark);
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", STATUS[test.status].word);
    const name = el("span", "name", before.length ? el("small", "", before.join(" › ") + " › ") : null, test.title,
      test.test ? null : el("small", "", " · the class itself"),
      of.length > 1 ? el("small", "", " · attempt " + (of.indexOf(test) + 1) + " of " + of.length) : null);
    name.title = name.textContent;
    const element = button("row", "", () => select(test, true));
    element.append(mark, name, test.times ? bar(test.times, longest) : el("span", ""),
      el("span", "time", test.times ? time(test.total) : ""));
    rowOf.set(test, element);
    markCurrent(test);
    return element;
  }

  function markCurrent(test) {
    rowOf.get(test)?.setAttribute("aria-current", String(test === selected));
  }

  function list() {
    const found = ordered(visible());
    const groups = new Map();
    const grouped = byId("order").value !== "slow";
    for (const test of found) {
      const name = grouped ? test.names[0] : "";
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(test);
    }
    placeDetail(null);
    byId("list").replaceChildren(...[...groups].map(([name, members]) => el("section", "group",
      name ? el("h3", "", name) : null,
      el("div", "rows", ...members.map((test) => row(test, grouped && test.names.length > 1))))));
    if (found.length === 0) byId("list").append(el("p", "empty rows", "No test matches."));
    if (!found.includes(selected)) select(found.find((test) => test.status === "FAILED") || found[0] || null, false);
    else placeDetail(selected);
  }

  function filters() {
    const choices = ["ALL", ...Object.keys(STATUS)].filter((each) =>
      each === "ALL" || tests.some((test) => test.status === each));
    byId("filters").replaceChildren(...choices.map((each) => {
      const count = each === "ALL" ? tests.length : tests.filter((test) => test.status === each).length;
      const element = button("", each === "ALL" ? "All" : STATUS[each].word, () => {
        shown = each;
        filters();
        list();
      });
      element.append(" ", el("b", "", number(count)));
      element.setAttribute("aria-pressed", String(shown === each));
      element.dataset.status = each;
      return element;
    }));
  }

  const narrow = matchMedia("(max-width: 980px)");
  const article = byId("detail");
  function placeDetail(test) {
    document.body.classList.toggle("wide", !narrow.matches);
    if (narrow.matches && test && rowOf.get(test)?.isConnected) rowOf.get(test).after(article);
    else document.querySelector("main").append(article);
    article.hidden = selected === null || (narrow.matches && !test);
  }
  narrow.addEventListener("change", () => placeDetail(selected));

  function select(test, chosen) {
    const before = selected;
    selected = test;
    if (before) markCurrent(before);
    if (test) {
      markCurrent(test);
      detail(test);
      if (chosen) history.replaceState(null, "", "#" + (tests.indexOf(test) + 1));
    }
    placeDetail(test);
    if (test) arrows();
  }

  // ---- one test

  function detail(test) {
    const of = attempts.get(test.id);
    article.scrollTop = 0;
    article.replaceChildren(
      el("p", "crumbs", test.names.slice(0, -1).join(" › ") || seen(test.class)),
      el("h2", "", test.title),
      el("p", "", el("span", "status " + test.status, STATUS[test.status].mark + " " + STATUS[test.status].word),
        of.length > 1 ? el("span", "muted", " · attempt " + (of.indexOf(test) + 1) + " of " + of.length) : null,
        test.total >= 0 ? el("span", "muted", " · " + time(test.total)) : null));
    if (test.why) {
      article.append(el("pre", test.status === "FAILED" ? "why" : "why quiet", seen(test.why, true)));
    }
    if (test.fork && test.fork.times) article.append(times(test));
    if (test.picture) article.append(mounts(test));
    else article.append(el("p", "note part", test.fork
      ? "Its fork ended before its mounts were laid." : "It had no fork, so no mounts."));
    if (test.picture && test.picture.commands.length > 0) {
      article.append(el("details", "", el("summary", "", "Lay the same by hand"),
        el("p", "note", "Run these " + test.picture.shell),
        el("pre", "commands", test.picture.commands.map((each) => seen(each, true)).join("\n"))));
    }
  }

  function times(test) {
    const of = test.fork.times;
    const itself = test.nanos !== undefined ? el("span", "muted", ", the test itself " + time(test.nanos)) : null;
    return el("section", "part", el("h3", "", "Time"), bar(of, Math.max(1, sum(of)), true),
      key(of, test.shared ? {} : { run: itself }),
      test.shared ? el("p", "note", "That is the time of the fork, which it shares with "
        + plural(test.fork.tests - 1, "other test") + ". The test itself took " + time(test.nanos || 0) + ".") : null);
  }

  // ---- mounts

  function mounts(test) {
    const section = el("section", "part");
    const forkRows = test.picture.rows;
    const hostRows = test.session.host.map((mount) => ({ ...mount, kind: "HOST" }));
    const view = el("div", "");
    const show = (host) => {
      inFork.setAttribute("aria-pressed", String(!host));
      onHost.setAttribute("aria-pressed", String(host));
      view.replaceChildren(...(host ? hostView(hostRows) : forkView(test, forkRows, hostRows)));
      arrows();
    };
    const inFork = button("", "In the test", () => show(false));
    const onHost = button("", "On the host", () => show(true));
    section.append(el("div", "head", el("h3", "", "Mounts"), el("div", "switch", inFork, onHost)), view);
    show(false);
    return section;
  }

  function forkView(test, rows, hostRows) {
    const used = new Set(rows.map((each) => each.host).filter((each) => each !== undefined));
    const gone = new Set(test.picture.gone);
    const rest = hostRows.filter((_, i) => !used.has(i) && !gone.has(i));
    const tree = drawing(rows);
    const parts = [tree];
    if (rest.length > 0) parts.push(expander("… " + plural(rest.length, "more mount") + " of the host, unchanged",
      () => flat(rest)));
    if (gone.size > 0) parts.push(expander("… " + plural(gone.size, "mount") + " of the host that the test has not",
      () => flat(hostRows.filter((_, i) => gone.has(i)))));
    const kinds = new Set(rows.map((each) => each.hidden && each.kind === "HOST" ? "covered" : each.kind));
    parts.push(el("div", "legend", ...[
      ["DECLARED", "declared by the test"], ["SCAFFOLD", "made to hold a mount point, its entries bound back"],
      ["FORK", "the fork's own"], ["HOST", "of the host"], ["covered", "covered by another mount"],
    ].filter(([kind]) => kinds.has(kind)).map(([kind, text]) =>
      el("span", kind === "covered" ? "HOST covered" : kind, el("span", "box"), text))));
    if (rows.every((each) => !each.propagation || each.propagation === "unbindable")) {
      parts.push(el("p", "note", seen(test.fork.namespace) + ". Every mount is private: nothing that is mounted in the"
        + " test reaches the host, and nothing that is mounted there reaches the test."));
    } else {
      parts.push(el("p", "note", seen(test.fork.namespace)));
    }
    return parts;
  }

  function hostView(hostRows) {
    const shared = hostRows.filter((each) => each.propagation).length;
    return [drawing(hostRows), el("p", "note", plural(hostRows.length, "mount") + " when the first fork was laid. "
      + (shared ? "Lines join peer groups, arrows lead from a master to its slaves." : "All are private."))];
  }

  function expander(text, content) {
    const element = button("more", text, () => {
      const open = element.getAttribute("aria-expanded") !== "true";
      element.setAttribute("aria-expanded", String(open));
      if (open) element.after(content());
      else element.nextElementSibling.remove();
      arrows();
    });
    element.setAttribute("aria-expanded", "false");
    return element;
  }

  /** Mounts without what they are mounted on. */
  const flat = (rows) => drawing(rows.map((each) => ({ ...each, depth: 0 })));

  /** Whether another row follows at each depth, up to that of the row: where its guides go on. */
  function guides(rows) {
    const open = [];
    const result = new Array(rows.length);
    for (let i = rows.length - 1; i >= 0; i--) {
      const depth = rows[i].depth;
      result[i] = Array.from({ length: depth }, (_, level) => open[level + 1] === true);
      open.length = depth + 1;
      open[depth] = true;
    }
    return result;
  }

  function drawing(rows) {
    const tree = el("div", "tree");
    const lines = guides(rows);
    const drawn = [];
    rowsOf.set(tree, drawn);
    const append = (from) => {
      for (let i = from; i < Math.min(rows.length, from + CHUNK); i++) {
        const element = mount(rows[i], lines[i]);
        tree.append(element);
        drawn.push([rows[i], element]);
        if (rows[i].boundBack) {
          const names = rows[i].boundBack;
          const holds = i + 1 < rows.length && rows[i + 1].depth > rows[i].depth;
          const more = expander("… " + number(names.length) + (names.length === 1 ? " entry" : " entries") + " bound back",
            () => el("div", "names", names.map((each) => seen(each)).join("\n")));
          tree.append(el("div", "mount", el("span", "guides", ...lines[i].map((goes) => el("i", goes ? "on" : "")),
            el("i", holds ? "on" : "")), el("div", "", more)));
        }
      }
      if (from + CHUNK < rows.length) {
        const more = button("more", "… " + number(rows.length - from - CHUNK) + " more", () => {
          more.remove();
          append(from + CHUNK);
          arrows();
        });
        tree.append(more);
      }
    };
    append(0);
    return tree;
  }

  function mount(row, lines) {
    const slash = row.at.lastIndexOf("/");
    const at = el("span", "at", row.at === "/" ? "/" : el("span", "", seen(row.at.slice(0, slash + 1))),
      row.at === "/" ? null : seen(row.at.slice(slash + 1)));
    const source = row.bind !== undefined ? "← " + seen(row.bind)
      : row.source === row.type || row.kind === "DECLARED" || row.kind === "SCAFFOLD" ? ""
        : seen(row.source) + (row.root === "/" ? "" : "[" + seen(row.root) + "]");
    const flags = ["ro", "noexec", "nosuid", "nodev"].filter((flag) =>
      row.options.includes(flag) || (flag === "ro" && row.super.includes("ro")));
    const limits = row.kind === "DECLARED" && row.type === "tmpfs"
      ? row.super.filter((option) => /^(size|nr_inodes|mode)=/.test(option)) : [];
    const tag = row.hidden ? "covered" : { DECLARED: row.bind !== undefined ? "bind" : "declared",
      SCAFFOLD: "made to hold a mount point", FORK: "the fork's own", BOUND_BACK: "bound back" }[row.kind] || "";
    const box = el("div", "box", at, el("span", "what", (row.bind !== undefined ? "" : seen(row.type) + " ") + source),
      ...flags.map((flag) => el("span", "chip " + flag, flag)),
      ...limits.map((limit) => el("span", "chip", seen(limit))),
      row.propagation ? el("span", "chip peer", seen(row.propagation)) : null,
      tag ? el("span", "tag", tag) : null,
      row.by ? el("span", "by", seen(row.by)) : null);
    box.title = seen(row.at + "\n" + row.type + "  " + row.source + (row.root === "/" ? "" : "[" + row.root + "]") + "\n"
      + row.options.join(",") + "\n" + row.super.join(",") + "\n" + (row.propagation || "private"), true);
    const element = el("div", "mount " + row.kind + (row.hidden ? " covered" : ""),
      el("span", "guides", ...lines.map((goes, level) => el("i", level === lines.length - 1
        ? "elbow" + (goes ? "" : " last") : goes ? "on" : ""))), box);
    element.dataset.at = row.at;
    return element;
  }

  // ---- propagation: a line between the peers of a group, an arrow from a group to each of its slaves

  const SVG = "http://www.w3.org/2000/svg";
  function path(svg, d, className) {
    const element = document.createElementNS(SVG, "path");
    element.setAttribute("d", d);
    if (className) element.setAttribute("class", className);
    svg.append(element);
  }

  function arrows() {
    for (const tree of article.querySelectorAll(".tree")) drawArrows(tree);
  }

  function drawArrows(tree) {
    tree.querySelector(":scope > svg")?.remove();
    tree.style.paddingRight = "";
    const groups = new Map();
    const slaves = [];
    for (const [row, element] of rowsOf.get(tree)) {
      const peer = /\bshared:(\d+)/.exec(row.propagation || "");
      const master = /\bmaster:(\d+)/.exec(row.propagation || "");
      const dominant = /\bpropagate_from:(\d+)/.exec(row.propagation || "");
      if (peer) {
        if (!groups.has(peer[1])) groups.set(peer[1], []);
        groups.get(peer[1]).push(element);
      }
      if (master) slaves.push([master[1], element, ""]);
      if (dominant) slaves.push([dominant[1], element, "dashed"]);
    }
    const lanes = [...groups].filter(([id, peers]) => peers.length > 1 || slaves.some(([of]) => of === id));
    if (lanes.length === 0) return;
    const gap = Math.max(3, Math.min(14, 160 / lanes.length));
    const width = 26 + lanes.length * gap;
    tree.style.paddingRight = width + "px";
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("width", width);
    svg.setAttribute("height", tree.clientHeight);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "Propagation between " + plural(lanes.length, "peer group") + " and their slaves");
    tree.append(svg);
    const right = tree.getBoundingClientRect().right - width;
    const top = tree.getBoundingClientRect().top;
    const end = (element) => {
      const box = element.querySelector(".box").getBoundingClientRect();
      return [box.right - right + 3, box.top - top + Math.min(15, box.height / 2)];
    };
    lanes.forEach(([id, peers], lane) => {
      const x = 18 + lane * gap;
      const of = slaves.filter(([master]) => master === id);
      const all = [...peers, ...of.map(([, element]) => element)].map((element) => end(element)[1]);
      path(svg, "M" + x + " " + Math.min(...all) + "V" + Math.max(...all));
      for (const element of peers) {
        const [from, y] = end(element);
        path(svg, "M" + from + " " + y + "H" + x);
        path(svg, "M" + (x - 3) + " " + y + "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", "head");
      }
      for (const [, element, className] of of) {
        const [to, y] = end(element);
        path(svg, "M" + x + " " + y + "H" + (to + 7), className);
        path(svg, "M" + to + " " + y + "l8 -4.5v9z", "head");
      }
    });
  }
  addEventListener("resize", arrows);

  // ---- keys

  byId("search").addEventListener("input", (event) => {
    query = event.target.value.trim().toLowerCase();
    list();
  });
  byId("order").addEventListener("change", list);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "Escape") {
      byId("search").value = query = "";
      byId("search").blur();
      shown = "ALL";
      filters();
      list();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !event.target.matches("select")
      && !event.altKey && !event.ctrlKey && !event.metaKey && !article.contains(event.target)) {
      const rows = [...document.querySelectorAll("#list .row")];
      const at = rows.findIndex((each) => each.getAttribute("aria-current") === "true");
      const next = rows[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) {
        event.preventDefault();
        next.click();
        next.focus();
        next.scrollIntoView({ block: "nearest" });
      }
    }
  });

  if (sessions.length > 0) summary();
  else byId("about").textContent = "The JVM that wrote this page was killed while it did so; nothing of its tests is left.";
  filters();
  selected = tests[Number(location.hash.slice(1)) - 1] || null;
  if (selected) detail(selected);
  list();
});
