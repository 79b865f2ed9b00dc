/** Keeps the page for days without a network, once it has been looked at for a while: not while it is being loaded. */
const patience = 8000;

export function keepForLater(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // A browser that forbids it (a private window, plain HTTP) plays all the same, with a network.
    navigator.serviceWorker.register('./worker.js', { scope: './' }).catch(() => null);
  }, patience);
}
