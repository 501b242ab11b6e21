/** Lets the workplace run without a network after the first visit. A new version is offered, and taken when the user wants it. */
import { button, byId } from './elements.ts';

/** Registers the service worker, and offers what it has fetched anew. */
export async function offerUpdates(say: (words: string) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  try {
    const registration = await navigator.serviceWorker.register('../offline.js', { scope: '../' });
    const offer = (worker: ServiceWorker): void => {
      byId('update').replaceChildren(
        'A new version of the workplace is here. ',
        button('Take it now', () => worker.postMessage('take over')),
        button('Later', () => byId('update').replaceChildren()),
      );
    };
    // The first worker ever has nothing to take over from.
    const ready = (worker: ServiceWorker | null): void =>
      void (worker?.state === 'installed' && navigator.serviceWorker.controller && offer(worker));
    ready(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => ready(installing));
    });
    let taken = false;
    const wasControlled = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (taken || !wasControlled) return;
      taken = true;
      location.reload();
    });
    setInterval(() => void registration.update().catch(() => {}), 3_600_000);
  } catch (error) {
    say(`Without a network the workplace will not open (${(error as Error).message}).`);
  }
}
