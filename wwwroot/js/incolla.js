// A paste too large for one message to the server would cut the circuit: it is stopped here, and said, and what was in the field stays.
const massimo = 200_000;
addEventListener('paste', e => {
  const campo = e.target.closest?.('input, textarea');
  const lunghezza = e.clipboardData?.getData('text').length ?? 0;
  if (!campo || lunghezza <= massimo) return;
  e.preventDefault();
  let avviso = campo.parentElement.querySelector('.troppo-lungo');
  if (!avviso) {
    avviso = document.createElement('p');
    avviso.className = 'errore troppo-lungo';
    avviso.setAttribute('role', 'alert');
    campo.after(avviso);
    campo.addEventListener('input', () => avviso.remove(), { once: true });
  }
  avviso.textContent = `Il testo da incollare ha ${lunghezza.toLocaleString('it-IT')} caratteri, troppi: copiane solo la parte che serve.`;
}, true);
