// What the page does by itself: sends what the person does to the server, scrolls, copies, opens menus.
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const send = (act, more = {}) => emitEvent("playground", { act, ...more });
  let editing = null;
  let atBottom = true;

  const area = () => one(".composer textarea");
  const log = () => one(".scroll");

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

  function opened(person) {
    history.replaceState(null, "", `?chat=${person}`);
    stopEditing();
    atBottom = true;
    document.body.classList.remove("tools-open");
    const text = area();
    if (text && matchMedia("(hover: hover)").matches) text.focus();
  }

  async function copy(button) {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const hidden = document.createElement("textarea");
      hidden.value = text;
      hidden.setAttribute("aria-hidden", "true");
      document.body.append(hidden);
      hidden.select();
      document.execCommand("copy");
      hidden.remove();
      button.focus();
    }
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1800);
    toast("Copied");
  }

  function grow() {
    const text = area();
    if (!text) return;
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
    text.closest("form").classList.toggle("has-text", text.value.trim() !== "");
  }

  function clear() {
    area().value = "";
    grow();
  }

  function submit() {
    const text = area().value.trim();
    if (!text) return;
    atBottom = true;
    if (editing) send("edit", { text, message: editing });
    else send("say", { text });
    stopEditing();
    clear();
  }

  function editLast() {
    const last = all(".row.out .bubble").filter((bubble) => bubble.dataset.text).pop();
    if (!last) return toast("There is nothing to edit");
    editing = last.dataset.id;
    one(".editing").hidden = false;
    area().value = last.dataset.text;
    grow();
    area().focus();
  }

  function stopEditing() {
    if (!editing) return;
    editing = null;
    one(".editing").hidden = true;
    clear();
  }

  function closeMenus(except) {
    all("[data-menu]").forEach((button) => {
      if (button === except) return;
      button.setAttribute("aria-expanded", "false");
      one(`.menu.${button.dataset.menu}`).hidden = true;
    });
  }

  function toggleMenu(button) {
    const menu = one(`.menu.${button.dataset.menu}`);
    closeMenus(button);
    menu.hidden = !menu.hidden;
    button.setAttribute("aria-expanded", String(!menu.hidden));
    if (!menu.hidden) one("[role=menuitem]", menu)?.focus();
  }

  function act(element) {
    const { act: name, text = "", message, data, person } = element.dataset;
    const more = { text, message, data, person };
    if (name === "press") element.classList.add("waiting");
    if (name === "photo") {
      more.text = area().value.trim();
      clear();
    }
    if (["say", "tap", "photo", "sticker", "voice", "location", "start"].includes(name)) atBottom = true;
    send(name, more);
    if (name === "start" && matchMedia("(hover: hover)").matches) setTimeout(() => area()?.focus(), 300);
    const dialog = element.closest("dialog");
    if (dialog) dialog.close();
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest(
      "[data-act],[data-copy],[data-menu],[data-open],[data-close],[data-toggle],[data-edit],.spoiler,.folded",
    );
    if (!target || !event.target.closest("[data-menu]")) closeMenus();
    if (!event.target.closest(".tools,[data-toggle],dialog")) document.body.classList.remove("tools-open");
    if (!target) return;
    const { dataset } = target;
    if (dataset.copy) copy(target);
    else if (dataset.menu) toggleMenu(target);
    else if (dataset.open) one(`#${dataset.open}`).showModal();
    else if ("close" in dataset) target.closest("dialog").close();
    else if (dataset.toggle) document.body.classList.toggle("tools-open");
    else if (dataset.edit === "last") editLast();
    else if (dataset.edit) stopEditing();
    else if (target.matches(".spoiler")) target.classList.add("shown");
    else if (target.matches(".folded")) {
      target.setAttribute("aria-expanded", String(target.classList.toggle("open")));
    } else if (!target.disabled) act(target);
  });

  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (key === "Escape") {
      closeMenus();
      stopEditing();
      document.body.classList.remove("tools-open");
    }
    if (target.matches?.(".composer textarea")) {
      if (key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        submit();
      } else if (key === "ArrowUp" && target.value === "") {
        event.preventDefault();
        editLast();
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
    if (event.target.matches(".composer textarea")) grow();
  });

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target.matches(".composer")) submit();
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
      atBottom = place.scrollHeight - place.scrollTop - place.clientHeight < 90;
    },
    true,
  );

  function settle() {
    const place = log();
    if (place && atBottom) place.scrollTop = place.scrollHeight;
  }

  new MutationObserver(settle).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("load", settle, true);
  addEventListener("resize", settle);
  window.playground = { toast, answered, opened };
})();
