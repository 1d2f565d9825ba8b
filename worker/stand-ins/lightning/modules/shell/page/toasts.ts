import Toast from 'lightning/toast';

interface ToastDetail {
  title?: string;
  message?: string;
  messageData?: (string | { url: string; label: string })[];
  variant?: string;
  mode?: string;
}

/** Draws what components ask for by a ShowToastEvent. */
export function showToasts(): void {
  document.addEventListener('lightning__showtoast', (event) => {
    const { title, message, messageData, variant, mode } = (event as CustomEvent<ToastDetail>)
      .detail;
    const { text, links } = filledIn(message ?? '', messageData ?? []);
    Toast.show(
      {
        label: title ?? text,
        ...(title && { message: text, messageLinks: links }),
        variant: variant ?? 'info',
        mode: mode === 'sticky' ? 'sticky' : 'dismissible',
      },
      document.body,
    );
  });
}

/** Texts take the places of their numbers; links are left to the toast, counted anew. */
function filledIn(message: string, data: NonNullable<ToastDetail['messageData']>) {
  const links: { url: string; label: string }[] = [];
  const text = message.replace(/\{(\d+)\}/g, (_, number: string) => {
    const part = data[Number(number)];
    return typeof part === 'object' ? `{${links.push(part) - 1}}` : (part ?? '');
  });
  return { text, links };
}
