/**
 * Solves the self-hosted proof of work while the answers are read, and puts the proof into the form. Where script or
 * WebCrypto is missing, nothing happens and the filing is held for screening.
 */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { useEffect, useState } from 'preact/hooks';

interface Props {
  /** SHA-256 of the submission id: the proof is good for this form only. */
  purpose: string;
  words: { working: string; done: string; held: string };
}

export default function HumanCheck({ purpose, words }: Props) {
  const [token, setToken] = useState('');
  const [state, setState] = useState<'held' | 'working' | 'done'>('held');

  useEffect(() => {
    const controller = new AbortController();
    void (async () => {
      if (!globalThis.crypto?.subtle) return;
      setState('working');
      try {
        const response = await fetch(`/api/v1/human-check?for=${purpose}`, { signal: controller.signal });
        const { challenge } = await response.json();
        const solution = await solveChallenge({ challenge, deriveKey, controller, timeout: 60_000 });
        if (!solution) throw new Error('not solved');
        setToken(btoa(JSON.stringify({ challenge, solution })));
        setState('done');
      } catch {
        setState('held');
      }
    })();
    return () => controller.abort();
  }, [purpose]);

  return (
    <div aria-live="polite">
      <input type="hidden" name="humanCheck" value={token} />
      <p class="hint">{words[state]}</p>
    </div>
  );
}
