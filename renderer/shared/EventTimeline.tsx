import type { AuditEvent, HistoryEvent } from '../../contract/schemas.ts';
import { Timeline } from '../ui/Timeline.tsx';
import { eventLook } from './eventLook.ts';
import { originWords } from './origin.ts';
import { t } from './words.ts';

interface Props {
  label: string;
  /** Own ones say where they came from. */
  events: readonly (HistoryEvent & Partial<Pick<AuditEvent, 'origin'>>)[];
  /** Whose history it is: what they did themselves needs no name beside it. */
  ownerId?: string;
}

/** A history, newest first. */
export function EventTimeline({ label, events, ownerId }: Props) {
  return (
    <Timeline
      label={label}
      items={events.map(({ id, at, action, actor, origin, data }) => {
        const { icon, tone, words } = eventLook(action, data);
        return {
          id,
          at,
          icon,
          tone,
          title: words,
          body:
            actor && actor.id !== ownerId ? t('byName', { name: actor.name }) : origin && originWords(origin),
        };
      })}
    />
  );
}
