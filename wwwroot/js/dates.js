// The calendar and the button «Oggi» beside a typed date (DateTools.razor): data-calendar and data-today hold the id of its field. The calendar is
// the browser's own, opened on a date input that nobody sees and that is there only for it.
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', year: 'numeric', month: '2-digit', day: '2-digit' });
const written = iso => iso.split('-').reverse().join('/');
let picker = null;

// The day of a typed date, for the calendar to open on. A text that is no date opens it on today.
function typed(text) {
  const [, d, m, y] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  return y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : '';
}

// The page hears of the date as of a text that somebody has typed before leaving the field.
function write(field, iso, button) {
  field.dispatchEvent(new CustomEvent('write-text', { bubbles: true, detail: written(iso) }));
  button.parentElement.querySelector('[role="status"]').textContent = written(iso);
}

function close() {
  picker?.remove();
  picker = null;
}

function openCalendar(field, button) {
  const mine = picker = document.createElement('input');
  Object.assign(mine, { type: 'date', tabIndex: -1, className: 'data-calendario', value: typed(field.value) });
  mine.setAttribute('aria-hidden', 'true');
  const at = button.getBoundingClientRect();
  Object.assign(mine.style, { left: `${at.left}px`, top: `${at.bottom}px` });
  // A dialog makes everything outside it inert.
  (button.closest('dialog') ?? document.body).append(mine);
  // The arrow keys in the calendar may change the day before it is taken: it stays open.
  mine.addEventListener('input', () => { if (mine.value) write(field, mine.value, button); });
  // An older browser does not know the call, and any browser refuses it when no person's press is behind it.
  try { mine.showPicker(); } catch { mine.click(); }
}

addEventListener('click', e => {
  const button = e.target.closest?.('[data-calendar], [data-today]');
  const field = button && document.getElementById(button.dataset.calendar ?? button.dataset.today);
  close();
  if (!field) return;
  if (button.dataset.calendar) openCalendar(field, button);
  else write(field, day.format(new Date()), button);
});
addEventListener('scroll', close, true);
