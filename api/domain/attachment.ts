/** Content-Disposition of a download: the name in UTF-8 (RFC 6266), with a plain one for what cannot read it. */
export function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^\w.-]+/g, '_')
      .slice(-60) || 'file';
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
