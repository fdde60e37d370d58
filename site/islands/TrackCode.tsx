/**
 * The QR code of a case opens /track/NUMBER#CODE: the part behind # never reaches a server or a log. Here it is put into the
 * form, taken out of the address, and posted. Without script the code is typed.
 */
import { useEffect } from 'preact/hooks';

export default function TrackCode({ field }: { field: string }) {
  useEffect(() => {
    let code = '';
    try {
      code = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    if (!/^[0-9A-Za-z-]{24,40}$/.test(code)) return;
    history.replaceState(null, '', location.pathname + location.search);
    const input = document.getElementById(field);
    if (!(input instanceof HTMLInputElement) || !input.form) return;
    input.value = code;
    input.form.requestSubmit();
  }, [field]);
  return null;
}
