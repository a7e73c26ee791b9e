// Questions that open: a dialog that asks yes or no (data-question-dialog), or a form in the page (data-question, with the id of the button that
// opened it). Each takes the focus, comes into sight, closes with Escape and gives the focus back, also when the page is drawn again meanwhile.
const patience = 10000;
const headings = new WeakMap();
let waiting = null;
let late = null;

const headingNear = element => element?.closest('section')?.querySelector('h2, h3') ?? document.querySelector('h1');
// A closed dialog keeps the focus until the next frame, and a menu that is closing until the server takes it away.
const lost = () => !document.activeElement || document.activeElement === document.body || document.activeElement.closest('.mud-popover, dialog:not([open])');
const giveBack = (opener, heading) => { waiting = { opener, heading, until: performance.now() + patience }; };

addEventListener('close', e => {
  const dialog = e.target;
  if (dialog.matches?.('dialog[data-question-dialog]')) {
    giveBack(dialog.dataset.questionDialog, headingNear(dialog));
    // The browser gives the focus back by itself, except to the item of a menu that has closed meanwhile.
    settle();
  }
}, { capture: true });

// Whoever acts again has the focus where it should be, and may open the menu or the question once more.
addEventListener('pointerdown', () => { waiting = null; }, { capture: true });

addEventListener('keydown', e => {
  waiting = null;
  const question = e.key === 'Escape' && !e.defaultPrevented && e.target.closest?.('[data-question]');
  question && question.querySelector('[data-dismiss]')?.click();
});

new MutationObserver(changes => {
  for (const change of changes) {
    for (const question of within(change.removedNodes)) giveBack(question.dataset.question, headings.get(question));
  }
  for (const change of changes) {
    for (const question of within(change.addedNodes)) if (question.isConnected) opened(question);
  }
  if (late && !late.disabled) {
    if (lost()) late.focus();
    late = null;
  }
  settle();
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });

function* within(nodes) {
  for (const node of nodes) {
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    if (node.matches('[data-question]')) yield node;
    yield* node.querySelectorAll('[data-question]');
  }
}

function opened(question) {
  headings.set(question, headingNear(question));
  waiting = null;
  const field = question.querySelector(':is(input:not([type="hidden"]), select, textarea):not([disabled])');
  // A file input is disabled until the server handles its events.
  late = field ? null : question.querySelector('input[type="file"]');
  (field ?? (late ? null : question.querySelector('button:not([disabled])')))?.focus();
  question.scrollIntoView({ block: 'nearest' });
}

// The button that opened the question, once it can take the focus; where it is gone, the heading above it.
function settle() {
  if (!waiting) return;
  if (performance.now() > waiting.until) { waiting = null; return; }
  if (!lost()) return;
  const named = document.getElementById(waiting.opener);
  // A menu is named by its frame: the button inside takes the focus.
  const opener = named?.matches('div') ? named.querySelector('button') : named;
  const target = opener ?? (waiting.heading?.isConnected ? waiting.heading : document.querySelector('h1'));
  if (!target || target.disabled) return;
  if (!opener) target.tabIndex = -1;
  target.focus();
}
