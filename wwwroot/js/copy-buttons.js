// Copies in the click itself, in this document: no journey to the server, so it works as soon as the button is seen, while the connection is
// away, and within the time in which a browser grants the clipboard. The server is told afterwards. The panel copies by its own rules.
import { copia } from './copia.js';

addEventListener('click', async e => {
  const bottone = e.target.closest?.('[data-testo]:not([data-copia])');
  if (!bottone) return;
  bottone.copied = await copia(bottone);
  bottone.toggleAttribute('data-copiato', bottone.copied);
  bottone.dispatchEvent(new CustomEvent('copied', { detail: bottone.copied }));
});
