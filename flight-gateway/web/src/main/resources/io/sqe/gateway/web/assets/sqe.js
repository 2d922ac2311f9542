"use strict";
// What HTML cannot say: times in the reader's zone, asking again without closing what is open, and that the server does not answer.

const TICK_MILLIS = 2000;

function showTimes(root) {
    const today = new Date().toDateString();
    for (const element of root.querySelectorAll("time[datetime]:not([data-shown])")) {
        const time = new Date(element.dateTime);
        if (!Number.isNaN(time.getTime())) {
            const isToday = time.toDateString() === today;
            element.textContent = isToday
                ? time.toLocaleTimeString()
                : time.toLocaleString(undefined, {dateStyle: "medium", timeStyle: "medium"});
            element.title = time.toString();
            element.dataset.shown = "";
        }
    }
}

function tellTrouble(text) {
    const trouble = document.getElementById("trouble");
    trouble.textContent = text;
    trouble.hidden = text === "";
}

function startTicking() {
    const pause = document.getElementById("pause");
    if (pause === null || document.getElementById("live") === null) {
        return;
    }
    pause.hidden = false;
    pause.addEventListener("click", () => {
        const isPaused = pause.getAttribute("aria-pressed") === "true";
        pause.setAttribute("aria-pressed", String(!isPaused));
        pause.textContent = isPaused ? "Pause" : "Paused";
    });
    setInterval(() => {
        const isWanted = pause.getAttribute("aria-pressed") === "false" && document.visibilityState === "visible";
        if (isWanted) {
            document.body.dispatchEvent(new Event("tick"));
        }
    }, TICK_MILLIS);
}

document.addEventListener("DOMContentLoaded", () => {
    showTimes(document);
    startTicking();
});
let opened = [];
document.addEventListener("htmx:beforeSwap", () => {
    opened = [...document.querySelectorAll("details[open][id]")].map((details) => details.id);
});
document.addEventListener("htmx:afterSwap", () => {
    showTimes(document);
    for (const id of opened) {
        document.getElementById(id)?.setAttribute("open", "");
    }
});
document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) {
        tellTrouble("");
    }
});
document.addEventListener("htmx:sendError", () => tellTrouble("The server does not answer. Trying again…"));
document.addEventListener("htmx:timeout", () => tellTrouble("The server takes long to answer. Trying again…"));
document.addEventListener("htmx:responseError", (event) =>
    tellTrouble("The server answered with error " + event.detail.xhr.status + "."));
