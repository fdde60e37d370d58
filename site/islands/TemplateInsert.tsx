import { useEffect, useState } from 'preact/hooks';

interface Props {
  /** Id of the form with the selects `template.N`, the buttons and the textareas `answers.N.text`. */
  form: string;
  /** Where a template is read, filled with the values of the case: this address and the id. */
  source: string;
  failed: string;
}

/** Puts a template where the cursor stands; without script the button sends the form and the server adds it at the end. */
export default function TemplateInsert({ form: id, source, failed }: Props) {
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const form = document.getElementById(id);
    if (!(form instanceof HTMLFormElement)) return;
    const insert = async (event: Event) => {
      const button = (event.target as Element | null)?.closest<HTMLButtonElement>('button[data-template-for]');
      if (!button) return;
      const n = button.dataset.templateFor;
      const select = form.elements.namedItem(`template.${n}`);
      const area = form.elements.namedItem(`answers.${n}.text`);
      if (!(select instanceof HTMLSelectElement) || !(area instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      if (!select.value) return;
      try {
        const answer = await fetch(`${source}${select.value}`, { headers: { accept: 'application/json' } });
        if (!answer.ok) throw new Error(String(answer.status));
        const { text } = (await answer.json()) as { text: string };
        const at = area.selectionStart;
        const before = area.value.slice(0, at);
        area.setRangeText(`${before && !before.endsWith('\n') ? '\n' : ''}${text}`, at, area.selectionEnd, 'end');
        area.dispatchEvent(new Event('input', { bubbles: true }));
        area.focus();
        setProblem('');
      } catch {
        setProblem(failed);
      }
    };
    form.addEventListener('click', insert);
    return () => form.removeEventListener('click', insert);
  }, [id, source, failed]);
  return (
    <span class="draft-state" role="status">
      {problem}
    </span>
  );
}
