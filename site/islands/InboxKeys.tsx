import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  hint: string;
  title: string;
  keys: readonly (readonly [string, string])[];
}

const rows = () => [...document.querySelectorAll<HTMLAnchorElement>('#inbox tbody th a')];
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('textarea, select, input:not([type=checkbox])') !== null;

/**
 * j and k move through the rows of the inbox, Enter opens: the links themselves are focused, so every key works as usual.
 * x chooses the row for assigning, / goes to the search, ? shows and hides this help.
 */
export default function InboxKeys({ hint, title, keys }: Props) {
  const [ready, setReady] = useState(false);
  const [help, setHelp] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const all = rows();
      const row = document.activeElement?.closest('tr');
      const at = row ? all.findIndex((link) => row.contains(link)) : -1;
      if (event.key === 'j') all[Math.min(at + 1, all.length - 1)]?.focus();
      else if (event.key === 'k') all[Math.max(at - 1, 0)]?.focus();
      else if (event.key === 'x') row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
      else if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('#q')?.focus();
      } else if (event.key === '?') setHelp((shown) => !shown);
      else if (event.key === 'Escape') setHelp(false);
    };
    document.addEventListener('keydown', pressed);
    setReady(true);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  useEffect(() => {
    if (help) panel.current?.focus();
  }, [help]);
  if (!ready) return null;
  return (
    <div class="keys">
      <p class="hint">{hint}</p>
      {help && (
        <section class="panel" ref={panel} tabIndex={-1} aria-label={title}>
          <h2>{title}</h2>
          <dl class="facts">
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}
