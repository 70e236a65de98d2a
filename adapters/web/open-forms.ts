import type { Form } from '../../src/messages/document.ts';
import { openForms } from './limits.ts';

/** A form that WeSaid has opened for someone. */
export interface OpenForm {
  readonly user: string;
  readonly form: Form;
  readonly origin: Origin;
}

/** Where an act began: which page to return to, and the message whose button it was. */
export interface Origin {
  readonly back: string;
  readonly direct: boolean;
  readonly message: string | null;
}

export interface OpenForms {
  keep(key: string, open: OpenForm): void;
  get(key: string, user: string): OpenForm | null;
}

/**
 * Forms live in memory and not in the store: what was typed into one may be meant for nobody's eyes. A posted form
 * carries all that WeSaid needs, so one that was open over a restart can still be saved.
 */
export function createOpenForms(): OpenForms {
  const forms = new Map<string, OpenForm>();
  return {
    keep: (key, open) => {
      forms.delete(key);
      forms.set(key, open);
      const [oldest] = forms.keys();
      if (forms.size > openForms && oldest !== undefined) forms.delete(oldest);
    },
    get: (key, user) => {
      const open = forms.get(key);
      return open?.user === user ? open : null;
    },
  };
}
