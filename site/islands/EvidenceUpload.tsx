/**
 * Several files with progress, over the very form that works without it: each file is one POST of `form`, then the page
 * comes again with what is stored. Rendered empty on the server.
 */
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** Id of the form with the file input `file`. */
  form: string;
  words: { choose: string; sending: string; failed: string };
}

const say = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export default function EvidenceUpload({ form, words }: Props) {
  const [now, setNow] = useState<{ name: string; percent: number } | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const busy = useRef(false);

  useEffect(() => {
    const element = document.getElementById(form) as HTMLFormElement | null;
    const input = element?.elements.namedItem('file') as HTMLInputElement | null;
    if (!element || !input) return;
    input.multiple = true;
    const label = element.querySelector('label');
    if (label) label.textContent = words.choose;
    // Choosing sends: the button of the form without script has nothing left to do.
    element.querySelector('button')?.remove();
    const changed = () => void sendAll(element.action, [...(input.files ?? [])]);
    input.addEventListener('change', changed);
    return () => input.removeEventListener('change', changed);
  }, [form]);

  async function sendAll(action: string, files: File[]): Promise<void> {
    if (busy.current || files.length === 0) return;
    busy.current = true;
    const failed: string[] = [];
    for (const file of files) {
      const problem = await send(action, file, (percent) => setNow({ name: file.name, percent })).catch(
        () => words.failed,
      );
      if (problem) failed.push(`${file.name}: ${problem}`);
    }
    busy.current = false;
    setNow(null);
    setProblems(failed);
    if (failed.length === 0) location.replace(location.pathname);
  }

  return (
    <div aria-live="polite">
      {now && (
        <p>
          <label>
            {say(words.sending, now)}
            <progress max={100} value={now.percent} />
          </label>
        </p>
      )}
      {problems.length > 0 && (
        <ul class="plain">
          {problems.map((problem) => (
            <li key={problem} class="error">
              {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** One file; the sentence of the refusal, or null. */
function send(action: string, file: File, progress: (percent: number) => void): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    body.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', action);
    request.setRequestHeader('x-requested-with', 'upload');
    request.responseType = 'json';
    request.upload.onprogress = (event) => progress(Math.round((100 * event.loaded) / (event.total || 1)));
    request.onload = () =>
      request.status === 201
        ? resolve(null)
        : resolve((request.response as { problem?: string } | null)?.problem ?? 'error');
    request.onerror = () => reject(new Error('network'));
    request.send(body);
  });
}
