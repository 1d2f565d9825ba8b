import { sweepIn, type Delivery, type Script, type Step } from './script.ts';

/** A script as a stranger can read it. */
export function tellStory({ seed, acrossShops, turns }: Script): string {
  const policy = acrossShops ? 'is one person' : 'is a person of each shop';
  const lines = turns.flatMap(({ steps, deliveries }, number) => [
    `Turn ${number + 1}:`,
    ...steps.map((step) => `  ${sentenceOf(step)}`),
    ...(sweepIn(number) === 'none'
      ? []
      : [`  Changes in Salesforce are looked at ${sweepIn(number)} the deliveries.`]),
    ...([0, 1] as const).flatMap((worker) => {
      const mine = deliveries.filter((one) => one.worker === worker).map(nameOf);
      return mine.length > 0 ? [`  Worker ${worker + 1} hears of ${mine.join(', ')}.`] : [];
    }),
  ]);
  return [`Story ${seed}; one address in both shops ${policy}.`, ...lines].join('\n');
}

function nameOf({ shop, kind, id, heard }: Delivery): string {
  return `${kind} ${id} of ${shop}${heard ? ` (${heard.says} ${heard.of})` : ''}`;
}

function sentenceOf(step: Step): string {
  const { who, shop } = step;
  const money = 'cents' in step ? ` ${(step.cents / 100).toFixed(2)}` : '';
  switch (step.does) {
    case 'registers':
      return `${who} registers in ${shop} as customer ${step.account} with ${step.address}.`;
    case 'changes address':
      return `${who}'s customer ${step.account} of ${shop} changes its address to ${step.address}.`;
    case 'refuses cart mail':
      return `${who}'s customer ${step.account} of ${shop} refuses mail about carts.`;
    case 'orders':
      return (
        `${who} places order ${step.order} of${money} in ${shop} ` +
        (step.account === null ? `as a guest, ${step.address}` : `as customer ${step.account}`) +
        (step.billedTo === step.address ? '' : `, billed to ${step.billedTo}`) +
        `${step.boughtCart ? `, which was cart ${step.boughtCart}` : ''}.`
      );
    case 'is paid back':
      return `Order ${step.order} of ${shop} is paid back${money}.`;
    case 'cancels':
      return `Order ${step.order} of ${shop} is cancelled.`;
    case 'fills a cart':
      return `${who} fills cart ${step.cart} in ${shop} as ${step.account ?? step.address},${money}.`;
    case 'leaves a cart':
      return `${who} leaves cart ${step.cart} in ${shop}.`;
    case 'comes back to a cart':
      return `${who} comes back to cart ${step.cart} in ${shop},${money}.`;
    case 'throws a cart away':
      return `${who} throws cart ${step.cart} in ${shop} away.`;
    case 'is merged':
      return (
        `${shop} merges customer ${step.account} into ${step.into}, ` +
        `${step.takesOrders ? 'which takes over the orders' : 'and the orders keep the old id'}.`
      );
    case 'is deleted':
      return `${shop} deletes customer ${step.account}.`;
    case 'rep makes a Contact':
      return `A rep makes a Contact of ${who} with ${step.address}.`;
    case 'rep converts the Lead':
      return `A rep converts the Lead of ${step.name} (${shop}) to ${step.into}.`;
    case 'rep merges it':
      return `A rep merges the record of ${step.name} (${shop}), as ${step.as}, with one of ${step.address}.`;
    case 'rep merges both records':
      return `A rep merges all records of ${who} that stand side by side.`;
    case 'rep deletes it':
      return `A rep deletes the record of ${step.name} (${shop}).`;
    case 'rep undeletes it':
      return `A rep takes the record of ${step.name} (${shop}) out of the bin.`;
    case 'rep changes the address':
      return `A rep changes the address on the record of ${step.name} (${shop}) to ${step.address}.`;
  }
}
