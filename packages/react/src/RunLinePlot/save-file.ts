/** Gives a file to the reader as a download; what a file name may not hold becomes a dash. */
export function saveFile(content: Blob, title: string, ending: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${title.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
