import { useEffect, useState } from 'react';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { t } from './words.ts';

const MINUTE = 60_000;
const WARNING = 5 * MINUTE;

interface Props {
  challenge: string;
  expiresAt: string;
  onMore: (expiresAt: string) => void;
  onEnd: (notice: string) => void;
}

/** Offers more time in the last five minutes of a setup (WCAG 2.2.1). */
export function MoreTime({ challenge, expiresAt, onMore, onEnd }: Props) {
  const [left, setLeft] = useState(() => Date.parse(expiresAt) - Date.now());
  const more = useWrite('signIn.moreTime', { onDone: (output) => onMore(output.expiresAt) });
  useEffect(() => {
    const tick = () => {
      const rest = Date.parse(expiresAt) - Date.now();
      setLeft(rest);
      if (rest <= 0) onEnd(t('setupTookTooLong'));
    };
    tick();
    const timer = setInterval(tick, 10_000);
    return () => clearInterval(timer);
  }, [expiresAt, onEnd]);
  if (left > WARNING) return null;
  return (
    <Banner
      tone="warning"
      action={
        <SubmitButton
          size="small"
          variant="outlined"
          busy={more.isPending}
          onClick={() => more.mutate({ challenge })}
        >
          {t('moreTime')}
        </SubmitButton>
      }
    >
      <span role="status">
        {more.error?.message ?? t('setupEndsIn', { minutes: Math.max(1, Math.ceil(left / MINUTE)) })}
      </span>
    </Banner>
  );
}
