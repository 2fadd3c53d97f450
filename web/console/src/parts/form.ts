import { nextTick, reactive, type Ref, ref } from 'vue';
import { Refusal, ServerAway, SessionOver } from '../api/client.ts';
import { refusalText } from './refusals.ts';
import { say } from './words.ts';

/** A form's state: what is wrong with each field, what is wrong otherwise, and whether it is being done. */
export interface Form<Field extends string> {
  readonly errors: Readonly<Record<Field, string>>;
  readonly failure: Readonly<Ref<string>>;
  readonly isBusy: Readonly<Ref<boolean>>;
  /** Does it if no field has a problem; what the server refuses is shown at the field it is about. */
  submit(problems: Readonly<Record<Field, string>>, action: () => Promise<void>): Promise<void>;
}

/** What to tell of something that was not done; nothing when the page as a whole shows it. */
export function failureText(error: unknown): string {
  if (error instanceof Refusal) {
    return refusalText(error);
  }
  if (error instanceof ServerAway) {
    return say('notDoneAway');
  }
  if (error instanceof SessionOver) {
    return '';
  }
  throw error;
}

/** The first field with a problem is where one goes on typing. */
function focusFirstProblem(): void {
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

export function useForm<Field extends string>(
  fields: readonly Field[],
  sentence: (refusal: Refusal) => string = refusalText,
): Form<Field> {
  const errors = reactive(Object.fromEntries(fields.map((field) => [field, ''])));
  const failure = ref('');
  const isBusy = ref(false);

  /** Whether there is one. */
  function show(problems: Readonly<Record<string, string>>): boolean {
    Object.assign(errors, problems);
    const isThere = Object.values(problems).some((problem) => problem !== '');
    if (isThere) {
      void nextTick(focusFirstProblem);
    }
    return isThere;
  }

  async function submit(problems: Readonly<Record<Field, string>>, action: () => Promise<void>): Promise<void> {
    failure.value = '';
    if (isBusy.value || show(problems)) {
      return;
    }
    isBusy.value = true;
    try {
      await action();
    } catch (error) {
      if (error instanceof Refusal && error.field in problems) {
        show({ ...problems, [error.field]: sentence(error) });
      } else {
        failure.value = failureText(error);
      }
    } finally {
      isBusy.value = false;
    }
  }

  return { errors: errors as Record<Field, string>, failure, isBusy, submit };
}
