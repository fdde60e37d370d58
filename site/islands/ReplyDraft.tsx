import { useEffect, useState } from 'preact/hooks';

interface Props {
  /** Id of the form, and where its draft is posted. */
  form: string;
  action: string;
  saved: string; // "… {at}"
  failed: string;
}

const PAUSE = 3000; // milliseconds without typing

/** Saves a half-written reply on the server whenever the writer pauses, and says so. */
export default function ReplyDraft({ form: id, action, saved, failed }: Props) {
  const [state, setState] = useState('');
  useEffect(() => {
    const form = document.getElementById(id);
    if (!(form instanceof HTMLFormElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = async () => {
      try {
        const answer = await fetch(action, { method: 'POST', body: new FormData(form) });
        if (!answer.ok) throw new Error(String(answer.status));
        const { at } = (await answer.json()) as { at: string };
        const time = new Date(at).toLocaleTimeString('zh-CN', {
          hour: '2-digit',
          minute: '2-digit',
          timeZone: 'Asia/Shanghai',
        });
        setState(saved.replace('{at}', time));
      } catch {
        setState(failed);
      }
    };
    const typed = () => {
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE);
    };
    form.addEventListener('input', typed);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', typed);
    };
  }, [id, action, saved, failed]);
  return (
    <span class="draft-state" role="status">
      {state}
    </span>
  );
}
