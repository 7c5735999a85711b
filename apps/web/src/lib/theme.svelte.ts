/** Light, dark, or as the system has it; kept in this browser only. */
export type Theme = 'auto' | 'light' | 'dark';
const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };

function stored(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

export const theme = $state({ name: stored() });

export function nextTheme(): void {
  theme.name = NEXT[theme.name];
  if (theme.name === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.name;
  try {
    if (theme.name === 'auto') localStorage.removeItem('readout-theme');
    else localStorage.setItem('readout-theme', theme.name);
  } catch {
    // Storage may be forbidden: the choice lasts until the page is left.
  }
}
