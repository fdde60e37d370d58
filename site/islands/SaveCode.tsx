/** Copy and "save as picture" for number and code. Without script the page is printed or photographed. */
import { useEffect, useState } from 'preact/hooks';

interface Props {
  number: string;
  code: string;
  address: string;
  words: { title: string; number: string; code: string; save: string; copy: string; copied: string; print: string };
}

export default function SaveCode({ number, code, address, words }: Props) {
  const [copied, setCopied] = useState(false);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const groups = code.split('-');

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(`${words.number} ${number}\n${words.code} ${code}\n${address}`);
    setCopied(true);
  }

  function save(): void {
    const canvas = document.createElement('canvas');
    canvas.width = 1080;
    canvas.height = 900;
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, 1080, 900);
    pen.fillStyle = '#1b2026';
    const line = (text: string, y: number, font: string) => {
      pen.font = font;
      pen.fillText(text, 80, y);
    };
    line(words.title, 130, '600 56px sans-serif');
    line(words.number, 240, '36px sans-serif');
    line(number, 310, '600 64px monospace');
    line(words.code, 420, '36px sans-serif');
    line(groups.slice(0, 3).join('  '), 500, '600 72px monospace');
    line(groups.slice(3).join('  '), 590, '600 72px monospace');
    line(address, 740, '34px sans-serif');
    canvas.toBlob((blob) => {
      if (!blob) return;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `${number}.png`;
      link.click();
      URL.revokeObjectURL(link.href);
    }, 'image/png');
  }

  // Buttons that need script come with script.
  if (!ready) return null;
  return (
    <div class="actions no-print">
      <button class="button" type="button" onClick={save}>
        {words.save}
      </button>
      <button class="button-secondary" type="button" onClick={() => void copy()}>
        {copied ? words.copied : words.copy}
      </button>
      <button class="button-secondary" type="button" onClick={() => print()}>
        {words.print}
      </button>
    </div>
  );
}
