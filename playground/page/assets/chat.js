// The page itself: sends what the person does to the server, scrolls, copies, opens menus.
(() => {
  document.documentElement.lang = "en";
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const panes = () => all(".chat");
  const paneOf = (element) => element?.closest?.(".chat");
  const nameOf = (pane) => pane?.dataset.pane ?? "";
  // The chat that was used last: menus outside the chats act there.
  let active = null;
  const current = () => (active?.isConnected ? active : panes()[0]);
  const send = (act, more = {}) =>
    emitEvent("playground", { act, pane: nameOf(current()), ...more });
  const editing = new WeakMap();
  const scrolledUp = new WeakSet();

  const area = (pane = current()) => one(".composer textarea", pane);
  const pointer = () => matchMedia("(hover: hover)").matches;

  function use(pane) {
    if (!pane) return;
    active = pane;
    panes().forEach((each) => each.classList.toggle("active", each === pane));
  }

  function toast(text) {
    const place = one("#toast");
    if (!place || !text) return;
    place.textContent = text;
    place.classList.add("shown");
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => place.classList.remove("shown"), 2600);
  }

  function answered(message, data, text, alert) {
    all(`[data-message="${message}"].waiting`).forEach((button) => button.classList.remove("waiting"));
    if (!text) return;
    if (!alert) return toast(text);
    one("#alert p").textContent = text;
    one("#alert").showModal();
  }

  function opened(person, shown) {
    history.replaceState(null, "", `?chat=${shown.join(",")}`);
    const pane = panes().find((each) => nameOf(each) === String(person));
    use(pane);
    document.body.classList.remove("tools-open");
    if (!pane) return;
    stopEditing(pane);
    scrolledUp.delete(one(".scroll", pane));
    settle();
    if (pointer()) area(pane)?.focus();
  }

  async function clip(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const focused = document.activeElement;
      const hidden = document.createElement("textarea");
      hidden.value = text;
      hidden.setAttribute("aria-hidden", "true");
      (one("dialog[open]") ?? document.body).append(hidden);
      hidden.select();
      document.execCommand("copy");
      hidden.remove();
      focused?.focus();
    }
    toast("Copied");
  }

  function copy(button) {
    clip(button.dataset.copy);
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1800);
  }

  function showTest(text) {
    one("#test pre").textContent = text;
    one("#test").showModal();
    clip(text);
  }

  function grow(text) {
    if (!text) return;
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
    text.closest("form").classList.toggle("has-text", text.value.trim() !== "");
  }

  function clear(pane) {
    const text = area(pane);
    if (!text) return;
    text.value = "";
    grow(text);
  }

  function submit(pane) {
    const text = area(pane).value.trim();
    if (!text) return;
    scrolledUp.delete(one(".scroll", pane));
    if (editing.has(pane)) send("edit", { text, message: editing.get(pane) });
    else send("say", { text });
    stopEditing(pane);
    clear(pane);
  }

  function editLast(pane) {
    const last = all(".row.out .bubble", pane).filter((bubble) => bubble.dataset.text).pop();
    if (!last) return toast("There is nothing to edit");
    editing.set(pane, last.dataset.id);
    one(".editing", pane).hidden = false;
    area(pane).value = last.dataset.text;
    grow(area(pane));
    area(pane).focus();
  }

  function stopEditing(pane) {
    if (!editing.has(pane)) return;
    editing.delete(pane);
    one(".editing", pane).hidden = true;
    clear(pane);
  }

  function menuOf(button) {
    return one(`.menu.${button.dataset.menu}`, paneOf(button));
  }

  function closeMenus(except) {
    all("[data-menu]").forEach((button) => {
      if (button === except) return;
      button.setAttribute("aria-expanded", "false");
      menuOf(button).hidden = true;
    });
  }

  function toggleMenu(button) {
    const menu = menuOf(button);
    closeMenus(button);
    menu.hidden = !menu.hidden;
    button.setAttribute("aria-expanded", String(!menu.hidden));
    if (!menu.hidden) one("[role=menuitem]", menu)?.focus();
  }

  const SAYS = ["say", "tap", "photo", "file", "sticker", "voice", "location", "start"];

  function act(element) {
    const pane = current();
    const { act: name, text = "", message, data, person } = element.dataset;
    const more = { text, message, data, person };
    if (name === "press") element.classList.add("waiting");
    if (name === "photo" || name === "file") {
      more.text = area(pane).value.trim();
      clear(pane);
    }
    if (SAYS.includes(name)) scrolledUp.delete(one(".scroll", pane));
    send(name, more);
    if (name === "start" && pointer()) setTimeout(() => area(pane)?.focus(), 300);
    element.closest("dialog")?.close();
  }

  document.addEventListener("focusin", (event) => use(paneOf(event.target)));

  // What changes under a finger between down and up gets no click from the browser.
  let held = null;
  const sameAs = (element) => (other) =>
    JSON.stringify({ ...other.dataset }) === JSON.stringify({ ...element.dataset });
  document.addEventListener("pointerdown", (event) => {
    use(paneOf(event.target));
    held = event.target.closest("[data-act],[data-open]");
  });
  document.addEventListener("pointerup", (event) => {
    const [before, now] = [held, event.target.closest?.("[data-act],[data-open]")];
    held = null;
    if (before && now && !before.isConnected && sameAs(before)(now)) now.click();
  });

  document.addEventListener("click", (event) => {
    use(paneOf(event.target));
    const target = event.target.closest(
      "[data-act],[data-copy],[data-copy-test],[data-menu],[data-open],[data-close],[data-toggle],[data-edit],.spoiler,.folded",
    );
    if (!target || !event.target.closest("[data-menu]")) closeMenus();
    if (!event.target.closest(".tools,[data-toggle],dialog")) document.body.classList.remove("tools-open");
    if (!target) return;
    const { dataset } = target;
    if (dataset.copy) copy(target);
    else if ("copyTest" in dataset) clip(one("#test pre").textContent);
    else if (dataset.menu) toggleMenu(target);
    else if (dataset.open) one(`#${dataset.open}`).showModal();
    else if ("close" in dataset) target.closest("dialog").close();
    else if (dataset.toggle) document.body.classList.toggle("tools-open");
    else if (dataset.edit === "last") editLast(current());
    else if (dataset.edit) stopEditing(current());
    else if (target.matches(".spoiler")) target.classList.add("shown");
    else if (target.matches(".folded")) {
      target.setAttribute("aria-expanded", String(target.classList.toggle("open")));
    } else if (!target.disabled) act(target);
  });

  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (key === "Escape") {
      const opener = all("[data-menu][aria-expanded=true]")[0];
      closeMenus();
      opener?.focus();
      stopEditing(current());
      document.body.classList.remove("tools-open");
    }
    if (target.matches?.(".composer textarea")) {
      if (key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        submit(paneOf(target));
      } else if (key === "ArrowUp" && target.value === "") {
        event.preventDefault();
        editLast(paneOf(target));
      }
    } else if (target.matches?.(".spoiler,.folded,a[data-act]") && (key === "Enter" || key === " ")) {
      event.preventDefault();
      target.click();
    } else if (target.matches?.("[role=menuitem]") && (key === "ArrowDown" || key === "ArrowUp")) {
      event.preventDefault();
      const items = all("[role=menuitem]", target.parentElement);
      const step = key === "ArrowDown" ? 1 : -1;
      items[(items.indexOf(target) + step + items.length) % items.length].focus();
    }
  });

  document.addEventListener("input", (event) => {
    if (event.target.matches(".composer textarea")) grow(event.target);
  });

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target.matches(".composer")) submit(paneOf(event.target));
    if (event.target.matches(".person")) {
      const values = Object.fromEntries(new FormData(event.target));
      send("new", { text: values.name, language: values.language });
      event.target.reset();
      event.target.closest("dialog").close();
    }
  });

  document.addEventListener(
    "scroll",
    (event) => {
      const place = event.target;
      if (!place.matches?.(".scroll")) return;
      const up = place.scrollHeight - place.scrollTop - place.clientHeight >= 90;
      if (up) scrolledUp.add(place);
      else scrolledUp.delete(place);
    },
    true,
  );

  function settle() {
    const shown = panes();
    document.body.classList.toggle("several", shown.length > 1);
    if (!shown.includes(active)) use(shown[0]);
    all(".scroll").forEach((place) => {
      if (!scrolledUp.has(place)) place.scrollTop = place.scrollHeight;
    });
  }

  new MutationObserver((changes) => {
    if (changes.some((change) => change.target.closest?.(".chat, .panes"))) settle();
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("load", settle, true);
  addEventListener("resize", settle);
  window.playground = { toast, answered, opened, showTest };
})();
