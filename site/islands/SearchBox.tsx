/**
 * The search field of public records with suggestions while one types, over GET /api/v1/suggestions. Without JavaScript it is
 * the plain `<input type="search" name="q">` of the form around it. Enter searches for what was typed; the arrow keys choose a
 * suggestion, whose page Enter or a click opens (combobox pattern of WAI-ARIA 1.2).
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Suggestion } from '../../api/contracts/search.ts';
import { fill, type Locale } from '../text/locale.ts';
import { resultText } from '../text/search-results.ts';

interface Props {
  id: string;
  label: string;
  locale: Locale;
  value?: string | undefined;
  placeholder?: string | undefined;
  describedBy?: string;
}

const PAUSE = 160; // ms after the last key

export default function SearchBox({ id, label, locale, value = '', placeholder, describedBy }: Props) {
  const t = resultText[locale];
  const [text, setText] = useState(value);
  const [found, setFound] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const typed = useRef(false);

  useEffect(() => {
    const q = text.trim();
    if (!typed.current || q.length < 2) {
      setFound([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/suggestions?${new URLSearchParams({ q })}`, {
          signal: abort.signal,
          headers: { 'accept-language': locale },
        });
        setFound(response.ok ? ((await response.json()) as { items: Suggestion[] }).items : []);
        setActive(-1);
      } catch {
        if (!abort.signal.aborted) setFound([]);
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, locale]);

  const open = (one: Suggestion) => location.assign(`${locale === 'en' ? '/en' : ''}${one.path}`);

  function onKey(event: KeyboardEvent): void {
    if (found.length === 0 || event.isComposing) return;
    const last = found.length - 1;
    const move: Record<string, number> = {
      ArrowDown: active >= last ? -1 : active + 1,
      ArrowUp: active < 0 ? last : active - 1,
    };
    const chosen = found[active];
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      open(chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setFound([]);
      setActive(-1);
    } else if (move[event.key] !== undefined) {
      event.preventDefault();
      setActive(move[event.key] ?? -1);
    }
  }

  const shown = found.length > 0;
  return (
    <div class="search-box">
      <input
        id={id}
        type="search"
        name="q"
        value={text}
        placeholder={placeholder}
        maxLength={100}
        autocomplete="off"
        enterkeyhint="search"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={[describedBy, `${id}-status`].filter(Boolean).join(' ')}
        onInput={(event) => {
          typed.current = true;
          setText(event.currentTarget.value);
        }}
        onKeyDown={onKey}
        onBlur={() => setFound([])}
      />
      <div class="suggestions" id={`${id}-list`} role="listbox" aria-label={t.suggestions} hidden={!shown}>
        {found.map((one, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input
          <div
            key={one.path}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            class={i === active ? 'suggestion suggestion-active' : 'suggestion'}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => open(one)}
          >
            <span>{one.text}</span>
            <span class="hint">
              {t.kinds[one.kind]}
              {one.hint ? ` · ${one.hint}` : ''}
            </span>
          </div>
        ))}
      </div>
      <p class="visually-hidden" id={`${id}-status`} aria-live="polite">
        {shown ? fill(t.suggested, { count: found.length }) : ''}
      </p>
    </div>
  );
}
