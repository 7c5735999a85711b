/** Keys as in Miniflux: single letters, never while something is typed or a dialog is open. */

/** Whether a key is not for the page: text is typed, a modifier is held, a dialog is open, or somebody has taken it. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return true;
  const target = event.target as HTMLElement;
  if (target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]')) return true;
  return event.key !== '?' && document.querySelector('dialog[open]') !== null;
}

/** The element `by` steps from the one that has the focus, or holds it; the first or last where none does. */
export function stepIn(all: readonly HTMLElement[], by: 1 | -1): HTMLElement | undefined {
  const at = all.findIndex((e) => e === document.activeElement || e.contains(document.activeElement));
  if (at < 0) return by > 0 ? all[0] : undefined;
  return all[Math.min(all.length - 1, Math.max(0, at + by))];
}

export function focusOn(element: HTMLElement | undefined): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
}

/** `j` `k` over links of a list, `o` opens; `u` goes back. Returns whether the key was one of them. */
export function listKeys(event: KeyboardEvent, selector: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  if (event.key === 'j') focusOn(stepIn(all, 1));
  else if (event.key === 'k') focusOn(stepIn(all, -1));
  else if (event.key === 'o' && all.some((e) => e === document.activeElement)) (document.activeElement as HTMLElement).click();
  else if (event.key === 'u' && history.length > 1) history.back();
  else return false;
  event.preventDefault();
  return true;
}
