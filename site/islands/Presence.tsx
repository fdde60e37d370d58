import { useEffect, useState } from 'preact/hooks';

interface Present {
  name: string;
  minutes: number;
}
interface Props {
  /** Where the sign is posted; the answer is who else has the case open. */
  action: string;
  present: readonly Present[];
  words: { alsoOpen: string; person: string; justNow: string; minutesAgo: string };
}

const EVERY = 60_000;

/** Says once a minute that the case is still open here, while the page can be seen, and shows who else has it open. */
export default function Presence({ action, present, words }: Props) {
  const [others, setOthers] = useState(present);
  useEffect(() => {
    const sign = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch(action, { method: 'POST' }).catch(() => null);
      if (answer?.ok) setOthers((await answer.json()) as Present[]);
    };
    const timer = setInterval(sign, EVERY);
    return () => clearInterval(timer);
  }, [action]);
  const ago = (minutes: number) => (minutes === 0 ? words.justNow : words.minutesAgo.replace('{n}', String(minutes)));
  return (
    <p class="presence" role="status">
      {others.length > 0 &&
        words.alsoOpen +
          others
            .map(({ name, minutes }) => words.person.replace('{name}', () => name).replace('{ago}', ago(minutes)))
            .join(' · ')}
    </p>
  );
}
