import type { Component } from 'vue';
import AccountView from '../account/AccountView.vue';
import AuditView from '../audit/AuditView.vue';
import ForbidsView from '../forbids/ForbidsView.vue';
import NodesView from '../nodes/NodesView.vue';
import OverviewView from '../overview/OverviewView.vue';
import ProjectsView from '../projects/ProjectsView.vue';
import ProjectView from '../projects/ProjectView.vue';
import RoomsView from '../rooms/RoomsView.vue';
import RoomView from '../rooms/RoomView.vue';
import type { Route } from '../router/routes.ts';
import { hrefOf } from '../router/routes.ts';
import StreamView from '../stream/StreamView.vue';
import TokensView from '../tokens/TokensView.vue';
import UsageView from '../usage/UsageView.vue';
import { say } from '../words.ts';
import NowhereView from './NowhereView.vue';

/** What a route shows. */
export interface View {
  readonly component: Component;
  readonly title: () => string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const COMPONENTS: Readonly<Record<Route['at'], Component>> = {
  overview: OverviewView,
  projects: ProjectsView,
  project: ProjectView,
  tokens: TokensView,
  forbids: ForbidsView,
  usage: UsageView,
  rooms: RoomsView,
  room: RoomView,
  stream: StreamView,
  nodes: NodesView,
  audit: AuditView,
  account: AccountView,
  nowhere: NowhereView,
};

export function viewOf(route: Route): View {
  const { at, ...properties } = route;
  const name = 'streamId' in route ? route.streamId : 'roomId' in route ? route.roomId : '';
  return {
    component: COMPONENTS[at],
    title: () => (name === '' ? say(at) : `${say(at)} ${name}`),
    properties,
  };
}

/** Views of other things are other views, but who chooses another project in a view stays in it. */
export function keyOf(route: Route): string {
  switch (route.at) {
    case 'tokens':
    case 'forbids':
    case 'usage':
      return route.at;
    default:
      return hrefOf(route);
  }
}
