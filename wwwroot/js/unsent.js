// Text that a person typed and the server has not acknowledged. It is kept in this browser under the person's own id, with the hour of
// the last key and the text that the server had at that moment, so that nobody else is offered it and nothing newer is overwritten.
const PREFIX = 'cighub:unsent:';
const keyOf = (person, place) => `${PREFIX}${person}:${place}`;

export function read(person, place) {
  try { return JSON.parse(localStorage.getItem(keyOf(person, place)) ?? '{}'); } catch { return {}; }
}

export function write(person, place, texts) {
  const key = keyOf(person, place);
  if (Object.keys(texts).length) localStorage.setItem(key, JSON.stringify(texts));
  else localStorage.removeItem(key);
}

// Forgets some names, or all of them.
export function forget(person, place, names) {
  const texts = names ? read(person, place) : {};
  for (const name of names ?? []) delete texts[name];
  write(person, place, texts);
}

function forgetPerson(person) {
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${PREFIX}${person}:`)) localStorage.removeItem(key);
}

// Signing out leaves nothing of the person behind.
document.addEventListener('submit', e => {
  const person = e.target.dataset?.forgetUnsent;
  if (person) forgetPerson(person);
}, { capture: true });
