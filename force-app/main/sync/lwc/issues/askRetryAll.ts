import LightningConfirm from 'lightning/confirm';
import { count, fill } from 'c/format';
import { labels } from 'c/issueLabels';

/** Asks whether all open issues of a cause are meant. */
export async function askRetryAll(cause: string, issues: number): Promise<boolean> {
  return LightningConfirm.open({
    label: labels.retryAllHeading,
    message: fill(labels.retryAllQuestion, count(issues), cause),
  });
}
