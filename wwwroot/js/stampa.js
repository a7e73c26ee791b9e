// Prints the page as print.css shows it. On paper everything is open, and the page says when it was printed: known only at that moment,
// and without asking the server.
const richiudi = [];
addEventListener('beforeprint', () => {
  const ora = new Intl.DateTimeFormat('it-IT', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Rome' }).format(new Date());
  for (const posto of document.querySelectorAll('[data-stampato]')) posto.textContent = ora;
  for (const chiuso of document.querySelectorAll('.sezione details:not([open]), .iter details:not([open])')) {
    chiuso.open = true;
    richiudi.push(chiuso);
  }
});
addEventListener('afterprint', () => { for (const aperto of richiudi.splice(0)) aperto.open = false; });
addEventListener('click', e => { if (e.target.closest?.('[data-stampa]')) print(); });

export async function stampa() {
  await document.fonts.ready;
  print();
}
