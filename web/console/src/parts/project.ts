import { computed, type WritableComputedRef } from 'vue';
import { listProjects, type Project } from '../api/projects.ts';
import { hrefOf } from '../router/routes.ts';
import { type Loaded, useLoaded } from './load.ts';

/** Which project a view is about: the one of its address, else the oldest; 0 is none. Choosing another goes to its address. */
export interface ChosenProject {
  readonly projects: Loaded<readonly Project[]>;
  /** 0 while none is known. */
  readonly appId: WritableComputedRef<number>;
}

export function useProject(at: 'tokens' | 'forbids' | 'usage', given: () => number): ChosenProject {
  const projects = useLoaded(listProjects);
  const appId = computed({
    get: () => given() || (projects.value.value?.[0]?.appId ?? 0),
    set: (chosen: number) => {
      window.location.hash = hrefOf({ at, appId: chosen });
    },
  });
  return { projects, appId };
}
