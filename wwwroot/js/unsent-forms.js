// Keeps what is typed into forms that have a save button until the server has taken it, and asks before a page with such text is left.
import { forget, read, write } from './unsent.js';

const FORMS = 'form.modulo:not([data-not-kept])';
const TEXTS = 'input[type=text], input[type=search], input[type=date], input:not([type]), textarea';

let guard, person, watching = false, told = false;
let submitted = null;
// The forms that were typed into, each with the ids of its fields.
const touched = new Map();
// What each field held before it was typed into.
const before = new WeakMap();
let offered = '';
// The page that the person is leaving: nothing of it is offered or forgotten any more.
let left = null;

const place = () => location.pathname;
const isText = element => element.matches?.(TEXTS) && element.getAttribute('role') !== 'combobox' && element.id;

export function watch(reference, who) {
  [guard, person] = [reference, who];
  told = touched.size > 0;
  if (watching) return;
  watching = true;
  const kept = { capture: true, passive: true };
  document.addEventListener('focusin', e => { if (isText(e.target)) before.set(e.target, e.target.value); }, kept);
  document.addEventListener('input', keep, kept);
  document.addEventListener('change', touch, kept);
  document.addEventListener('submit', e => { submitted = e.target.closest(FORMS); }, kept);
  // A form may also be sent by a button that is not its submit button.
  document.addEventListener('click', e => { if (e.target.closest?.('button')) submitted = e.target.closest(FORMS); }, kept);
  addEventListener('beforeunload', e => { if (dirty()) e.preventDefault(); });
  document.addEventListener('cighub:leave', leave);
  new MutationObserver(offer).observe(document.body, { childList: true, subtree: true });
  offer();
}

// The server took the last form that was sent, or refused it: then its text stays.
export function answered(accepted) {
  if (accepted && submitted) {
    const taken = [...touched.get(submitted) ?? []];
    forget(person, place(), taken);
    for (const field of taken.map(id => document.getElementById(id))) if (field) before.set(field, field.value);
    touched.delete(submitted);
  }
  submitted = null;
  tell();
}

// The person leaves the page knowing it, or the session is over: no second question, and the text stays for the next visit.
export function leave() {
  left = place();
  touched.clear();
  tell();
}

// Puts the kept texts back into their fields, as if they were typed now.
export function restore() {
  for (const [id, { text }] of Object.entries(read(person, place()))) {
    const field = document.getElementById(id);
    if (!field) continue;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

export function discard() {
  forget(person, place());
  offered = '';
}

function keep(e) {
  const form = e.target.closest?.(FORMS);
  if (!form || !isText(e.target)) return;
  const texts = read(person, place());
  const label = e.target.labels?.[0]?.textContent.trim() || e.target.getAttribute('aria-label') || e.target.id;
  texts[e.target.id] = { text: e.target.value, at: new Date().toISOString(), was: before.get(e.target) ?? '', label };
  write(person, place(), texts);
  touch(e);
}

function touch(e) {
  const form = e.target.closest?.(FORMS);
  if (!form) return;
  if (!touched.has(form)) touched.set(form, new Set());
  if (e.target.id) touched.get(form).add(e.target.id);
  tell();
}

// A form that has gone from the page (closed, or its page left) has nothing more to lose here.
function dirty() {
  if (left === place()) return false;
  for (const form of touched.keys()) if (!form.isConnected) touched.delete(form);
  return touched.size > 0;
}

function tell() {
  if (dirty() === told) return;
  told = !told;
  guard?.invokeMethodAsync('SetDirty', told).catch(() => { /* The page is being left. */ });
}

// Offers the texts of an earlier visit whose fields are on the page now. A field that holds something newer than what the text was typed
// over has been saved since: its text is forgotten.
function offer() {
  if (left !== place()) left = null;
  if (!person || touched.size > 0 || left) return;
  const texts = read(person, place());
  const found = [];
  for (const [id, kept] of Object.entries(texts)) {
    const field = document.getElementById(id);
    if (!field?.closest(FORMS)) continue;
    if (field.value === kept.text || field.value !== kept.was) forget(person, place(), [id]);
    else found.push({ label: kept.label, text: kept.text, at: kept.at, present: field.value });
  }
  const state = place() + JSON.stringify(found);
  if (state === offered) return;
  offered = state;
  guard?.invokeMethodAsync('Offer', found).catch(() => { /* The page is being left. */ });
}
