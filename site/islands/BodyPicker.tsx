/**
 * Picks one government body: a text input that finds as one types, over GET /api/v1/bodies?q=&division=&limit=.
 *
 * It enhances a plain form and never replaces what works without it:
 *
 *   <BodyPicker client:idle name="respondent" label="…" locale={locale} value={chosen} query={typed} division="3202" />
 *
 * - Without JavaScript the server-rendered markup is an ordinary `<input type="search" name="{name}Text">`: the page
 *   that gets it in a POST or GET finds the bodies itself (services/directory/find-bodies.ts) and shows them as radio
 *   buttons named `{name}`. So a page must understand both fields: `{name}` (the id, wins where given) and `{name}Text`.
 * - With JavaScript choosing an entry fills the hidden `<input name="{name}">` with the id and the text with the name;
 *   typing on empties the hidden one again. `onPick` is called for islands that embed it.
 *
 * Keyboard: arrows, Home, End, Enter, Escape (combobox pattern of WAI-ARIA 1.2). Classes: .picker, .picker-list,
 * .picker-option, .picker-former.
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { pickerText } from '../text/directory.ts';
import { fill, type Locale } from '../text/locale.ts';

export interface PickedBody {
  id: string;
  name: string;
  /** Place in words, for example 江苏省 无锡市. */
  place?: string;
}

export interface BodyPickerProps {
  /** Name of the hidden field with the id; the typed words are in `{name}Text`. */
  name: string;
  label: string;
  hint?: string;
  locale: Locale;
  /** What is chosen already. */
  value?: PickedBody | null;
  /** What was typed (after a round trip without JavaScript). */
  query?: string;
  /** Only bodies in this division and below. */
  division?: string;
  required?: boolean;
  /** Sentence of an error, shown and tied to the field. */
  error?: string;
  onPick?: (body: PickedBody | null) => void;
}

interface Found {
  id: string;
  name: string;
  place: string;
  matched: string | null;
}

export default function BodyPicker(props: BodyPickerProps) {
  const t = pickerText[props.locale];
  const id = useId();
  const [text, setText] = useState(props.value?.name ?? props.query ?? '');
  const [chosen, setChosen] = useState<PickedBody | null>(props.value ?? null);
  const [found, setFound] = useState<Found[] | null>(null);
  const [active, setActive] = useState(-1);
  const [failed, setFailed] = useState(false);
  const request = useRef<AbortController | null>(null);

  useEffect(() => {
    request.current?.abort();
    const q = text.trim();
    if (chosen || q.length < 2) {
      setFound(null);
      return;
    }
    const abort = new AbortController();
    request.current = abort;
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q, limit: '8' });
        if (props.division) query.set('division', props.division);
        const response = await fetch(`/api/v1/bodies?${query}`, {
          signal: abort.signal,
          headers: { 'accept-language': props.locale },
        });
        if (!response.ok) throw new Error(String(response.status));
        const answer = (await response.json()) as { items: Found[] };
        setFound(answer.items);
        setActive(-1);
        setFailed(false);
      } catch {
        if (!abort.signal.aborted) setFailed(true);
      }
    }, 180);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, chosen, props.division, props.locale]);

  function pick(body: Found): void {
    const picked = { id: body.id, name: body.name, place: body.place };
    setChosen(picked);
    setText(body.name);
    setFound(null);
    props.onPick?.(picked);
  }

  function onKey(event: KeyboardEvent): void {
    if (!found || found.length === 0) return;
    const last = found.length - 1;
    const move: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      Home: 0,
      End: last,
    };
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      pick(found[active]!);
    } else if (event.key === 'Escape') {
      setFound(null);
    } else if (move[event.key] !== undefined && (active >= 0 || event.key.startsWith('Arrow'))) {
      event.preventDefault();
      setActive(move[event.key]!);
    }
  }

  const open = found !== null && found.length > 0;
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : '', `${id}-status`];
  return (
    <div class={props.error ? 'picker field has-error' : 'picker field'}>
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      <input type="hidden" name={props.name} value={chosen?.id ?? ''} />
      <input
        id={id}
        type="search"
        name={`${props.name}Text`}
        value={text}
        autocomplete="off"
        required={props.required}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={described.filter(Boolean).join(' ')}
        aria-invalid={props.error ? true : undefined}
        onInput={(event) => {
          setText(event.currentTarget.value);
          if (chosen) {
            setChosen(null);
            props.onPick?.(null);
          }
        }}
        onKeyDown={onKey}
      />
      <div class="picker-list" id={`${id}-list`} role="listbox" aria-label={props.label} hidden={!open}>
        {(found ?? []).map((body, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input
          <div
            key={body.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            class={i === active ? 'picker-option picker-active' : 'picker-option'}
            onClick={() => pick(body)}
          >
            <span>{body.name}</span>
            <span class="hint">
              {body.place}
              {body.matched ? ` · ${fill(t.alsoCalled, { name: body.matched })}` : ''}
            </span>
          </div>
        ))}
      </div>
      <p class="hint" id={`${id}-status`} aria-live="polite">
        {failed
          ? t.failed
          : chosen
            ? fill(t.chosen, { name: chosen.name })
            : found && found.length === 0
              ? t.nothing
              : open
                ? fill(t.found, { count: found.length })
                : ''}
      </p>
    </div>
  );
}
