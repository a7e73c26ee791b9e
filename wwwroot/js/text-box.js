// Guards what is typed into a TextBox. What the server writes into a field in which somebody has typed, before it knows of the last key, is
// older than the field: it is dropped. The key is on its way, and with it the server gets the text that the field shows.
const guarded = field => Object.hasOwn(field, 'value');
const awaited = new WeakMap();
const combobox = e => e.target.closest?.('[data-text-box][role="combobox"]');

// While the guard stands, reading gives the element's own value, and writing does nothing. A list pasted into a field that splits it is
// whole: the server puts its pieces into rows, and the first one into this field.
function guard(e) {
  const field = e.target;
  awaited.delete(field);
  if (e.inputType === 'insertFromPaste' && field.matches?.('[data-splits-paste]')) return release(field);
  if (field === document.activeElement && field.matches('[data-text-box]')) hold(field);
}

function hold(field) {
  if (guarded(field)) return;
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  Object.defineProperty(field, 'value', { configurable: true, get: () => own.get.call(field), set: () => {} });
}

// The text is whole: the server answers to all of it, and may write again. A date input calls each key of the year a change.
function release(field) {
  if (!(field instanceof Element)) return;
  awaited.delete(field);
  if (guarded(field)) delete field.value;
}

// Another script writes a text (dates.js), as if somebody had typed it and left the field. An answer to what was typed before may still be on
// its way: it is dropped until the server says that it heard this text (data-heard: a number, a blank and the text). So is whatever else the
// server writes until then, in the very answer with that word too: the text must have the form that the server gives it. A key typed meanwhile
// ends the waiting, and the field is guarded as any other in which somebody types.
addEventListener('write-text', ({ target: field, detail: text }) => {
  release(field);
  field.value = text;
  for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  hold(field);
  awaited.set(field, text);
});

new MutationObserver(changes => changes.forEach(({ target }) => {
  if (awaited.has(target) && target.dataset.heard.replace(/^\d+ /, '') === awaited.get(target)) release(target);
})).observe(document, { subtree: true, attributeFilter: ['data-heard'] });

addEventListener('input', guard, true);
addEventListener('change', e => { if (e.target.type !== 'date') release(e.target); }, true);
addEventListener('focusout', e => { if (awaited.get(e.target) !== e.target.value) release(e.target); }, true);

// A searched list: its keys must neither move the cursor nor send the form; taking an entry answers with another text.
addEventListener('keydown', e => {
  if (!combobox(e) || !['ArrowDown', 'ArrowUp', 'Enter'].includes(e.key)) return;
  e.preventDefault();
  if (e.key === 'Enter') release(e.target);
}, true);
addEventListener('mousedown', e => { if (e.target.closest?.('[role="option"]')) release(document.activeElement); }, true);

// The marked entry of an open list stays in sight.
new MutationObserver(changes => changes.forEach(change =>
  document.getElementById(change.target.getAttribute('aria-activedescendant'))?.scrollIntoView({ block: 'nearest' })))
  .observe(document, { subtree: true, attributeFilter: ['aria-activedescendant'] });
