import { useEffect, useState } from 'preact/hooks';

interface Props {
  /** Where the state is asked. */
  action: string;
  state: string;
  done: number;
  total: number;
  /** "{done} of {total} rows" */
  words: string;
}

const EVERY = 2000;

/** Shows how far an import is, and loads the page anew when it has come to its end. Without script the page says it once. */
export default function ImportProgress({ action, state, done, total, words }: Props) {
  const [now, setNow] = useState({ done, total });
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch(action).catch(() => null);
      if (!answer?.ok) return;
      const heard = (await answer.json()) as { state: string; done: number; total: number };
      if (heard.state === state) setNow(heard);
      else location.reload();
    };
    const timer = setInterval(ask, EVERY);
    return () => clearInterval(timer);
  }, [action, state]);
  if (now.total === 0) return null;
  const text = words.replace('{done}', String(now.done)).replace('{total}', String(now.total));
  return (
    <p role="status">
      <progress value={now.done} max={now.total} aria-label={text} /> {text}
    </p>
  );
}
