// The terminal itself is textual.js, which comes after this and begins when the page has loaded.
"use strict";

(() => {
  const FIRST_WAIT = 1000, LONGEST_WAIT = 30000, STEADY = 10000; // milliseconds
  const LONGEST_PASTE = 10000; // characters: whatever they are, they fit into one message
  const SAID = 4000; // codes from which on the hub says why, and coming back is for the person to decide
  const TRIES = "tries";

  const element = (id) => document.getElementById(id);
  const terminal = element("terminal"), notice = element("notice"), passing = element("passing");
  let trying = null, passed = null;

  terminal.dataset.sessionWebsocketUrl = location.origin.replace(/^http/, "ws") + "/terminal";
  if (Math.min(innerWidth, innerHeight) < 600) terminal.dataset.fontSize = "12";

  const tries = () => Number(sessionStorage.getItem(TRIES)) || 0;
  const count = (number) => sessionStorage.setItem(TRIES, String(number));

  function tell(sentence, buttons) {
    element("sentence").textContent = sentence;
    element("again").hidden = element("leave").hidden = !buttons;
    notice.hidden = false;
    if (buttons) element("again").focus();
  }

  function tellInPassing(sentence) {
    passing.textContent = sentence;
    passing.hidden = false;
    clearTimeout(passed);
    passed = setTimeout(() => { passing.hidden = true; }, 8000);
  }

  // Probes before it loads the page anew, as a browser would show a page of its own where there is no hub.
  async function comeBack() {
    clearTimeout(trying);
    try {
      const alive = await fetch("/alive", { cache: "no-store" });
      if (alive.status === 401) return location.replace("/");
      if (alive.ok) return location.reload();
    } catch { /* no hub yet */ }
    tryLater();
  }

  // Not all at the same moment, as all may have lost it at the same moment.
  function tryLater() {
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries()) * (0.75 + Math.random() / 2);
    count(Math.min(tries() + 1, 10));
    clearTimeout(trying);
    trying = setTimeout(comeBack, wait);
  }

  // The first of the screen takes the place of the notice, and has the keyboard.
  function shown(event) {
    if (typeof event.data === "string" || notice.hidden) return;
    notice.hidden = true;
    terminal.querySelector("textarea")?.focus();
  }

  function closed(event) {
    if (event.code >= SAID) return tell(event.reason, true);
    tell("The line to the class is broken. It is tried again by itself; what you had committed is kept.", false);
    tryLater();
  }

  window.WebSocket = class extends WebSocket {
    constructor(address) {
      super(address);
      let steady = null;
      this.addEventListener("open", () => { steady = setTimeout(() => count(0), STEADY); });
      this.addEventListener("close", (event) => { clearTimeout(steady); closed(event); });
      this.addEventListener("message", shown);
    }

    // What is typed while there is no line is lost, and no fault of the page.
    send(data) {
      if (this.readyState === WebSocket.OPEN) super.send(data);
    }
  };

  // Whatever a text on the screen looks like, nothing is opened from it.
  window.open = () => null;

  document.addEventListener("paste", (event) => {
    if ((event.clipboardData?.getData("text") ?? "").length <= LONGEST_PASTE) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tellInPassing("That text is too long to be pasted: 10,000 characters at most.");
  }, true);

  element("again").addEventListener("click", comeBack);
  addEventListener("online", () => { if (trying !== null) comeBack(); });
})();
