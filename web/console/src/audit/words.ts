import { words } from 'freshet-web-shared/language.ts';

export const say = words(
  {
    heading: 'Record of changes',
    what: 'Who changed what, by console or command, and who logged in or tried to. The newest 20,000 entries are kept, for 400 days.',
    none: 'Nothing has been changed yet.',
    at: 'When',
    user: 'Who',
    from: 'From',
    action: 'What',
    target: 'On what',
    detail: 'Details',
    older: 'Show older entries',
    oldest: 'These are all entries.',
    newest: 'Look for new entries',
  },
  {
    heading: '变更记录',
    what: '谁通过控制台或命令修改了什么，以及谁登录或尝试登录。保留最新的 20,000 条，最长 400 天。',
    none: '还没有任何变更。',
    at: '时间',
    user: '操作者',
    from: '来源',
    action: '操作',
    target: '对象',
    detail: '详情',
    older: '显示更早的记录',
    oldest: '以上是全部记录。',
    newest: '查看新记录',
  },
);
