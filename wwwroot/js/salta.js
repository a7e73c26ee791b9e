// «Vai al contenuto» moves the focus, not only the scroll: Blazor's router takes a link within the page for a navigation and leaves the focus where it was.
addEventListener('click', e => {
  if (!e.target.closest?.('.salta')) return;
  e.preventDefault();
  const contenuto = document.getElementById('contenuto');
  contenuto?.focus();
  contenuto?.scrollIntoView();
}, { capture: true });
