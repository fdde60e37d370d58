/** hCaptcha's widget, where the operator configured it. Without it the filing is taken and held for screening. */
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  siteKey: string;
  locale: string;
}

interface Widget {
  render(container: HTMLElement, options: { sitekey: string; hl: string }): string;
}

export default function HostedCheck({ siteKey, locale }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const script = document.createElement('script');
    script.src = 'https://js.hcaptcha.com/1/api.js?render=explicit';
    script.async = true;
    script.onload = () => {
      const { hcaptcha } = globalThis as unknown as { hcaptcha?: Widget };
      // The widget adds its answer to the form as "h-captcha-response".
      if (box.current) hcaptcha?.render(box.current, { sitekey: siteKey, hl: locale === 'en' ? 'en' : 'zh-CN' });
    };
    document.head.append(script);
  }, [siteKey, locale]);
  return <div ref={box} />;
}
