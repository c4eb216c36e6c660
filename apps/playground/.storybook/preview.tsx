import type { Decorator, Preview } from '@storybook/react-vite';
import { useEffect } from 'react';
import { configure } from 'storybook/test';
import '@runhue/react/styles.css';
import './preview.css';

// Stories run as tests too, and a slow machine is not a failure.
configure({ asyncUtilTimeout: 15_000 });

/** Puts the story on the chosen theme's background; stories read `globals.theme` and `globals.locale` and hand them to the kit. */
const Surface: Decorator = (Story, { globals }) => {
  const theme = String(globals['theme']);
  const locale = String(globals['locale']);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = locale;
  }, [theme, locale]);
  return <Story />;
};

const preview: Preview = {
  decorators: [Surface],
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { icon: 'contrast', items: ['light', 'dark', 'auto'], dynamicTitle: true },
    },
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'ko', title: '한국어' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', locale: 'en' },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { disableSaveFromUI: true },
    backgrounds: { disable: true },
    options: { storySort: { order: ['Workspace', '*'] } },
  },
};

export default preview;
