// The dialog that stands in front of the page while its circuit is away. Blazor tells the state by an event and by a class on the dialog.
const finestra = document.getElementById('components-reconnect-modal');

finestra.addEventListener('components-reconnect-state-changed', e => {
  switch (e.detail.state) {
    case 'show':
      if (!finestra.open) mostra();
      break;
    case 'hide':
      finestra.close();
      break;
    case 'failed':
      document.addEventListener('visibilitychange', riprovaSeVisibile);
      break;
    case 'rejected':
      // The server is there but no longer knows this circuit: a new one, with what the browser kept.
      location.reload();
      break;
  }
});
// Nothing on the page answers, so the dialog stands in front of it. Two go on without the server: the panel, which tells later what it copied,
// and whoever is in the middle of a text, which this browser keeps. They keep the focus too, so the dialog is opened without being shown by its method.
function mostra() {
  const scritto = document.activeElement?.closest('[data-text-box]');
  if (!scritto && !document.querySelector('[data-pannello]')) {
    finestra.showModal();
    return;
  }
  finestra.open = true;
  scritto?.addEventListener('blur', () => {
    if (!finestra.open || document.querySelector('[data-pannello]')) return;
    finestra.close();
    finestra.showModal();
  }, { once: true });
}

// Escape would leave a page that does not answer and does not say so.
finestra.addEventListener('cancel', e => e.preventDefault());
finestra.querySelector('[data-riconnetti]').addEventListener('click', riprova);

async function riprova() {
  document.removeEventListener('visibilitychange', riprovaSeVisibile);
  try {
    if (await Blazor.reconnect()) return;
    if (await Blazor.resumeCircuit()) finestra.close();
    else location.reload();
  } catch {
    // The server cannot be reached: try again when the person comes back to this tab.
    document.addEventListener('visibilitychange', riprovaSeVisibile);
  }
}

function riprovaSeVisibile() {
  if (document.visibilityState === 'visible') riprova();
}
