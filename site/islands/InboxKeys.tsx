import { useEffect, useState } from 'preact/hooks';

/** j and k move through the rows of the inbox, Enter opens: the links themselves are focused, so every key works as usual. */
export default function InboxKeys({ hint }: { hint: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const links = () => [...document.querySelectorAll<HTMLAnchorElement>('#inbox tbody th a')];
    const move = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== 'j' && event.key !== 'k') return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return;
      const all = links();
      const at = all.indexOf(document.activeElement as HTMLAnchorElement);
      const to = event.key === 'j' ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0);
      all[to]?.focus();
    };
    document.addEventListener('keydown', move);
    setReady(links().length > 0);
    return () => document.removeEventListener('keydown', move);
  }, []);
  return ready ? <p class="hint keys">{hint}</p> : null;
}
