import { useEffect, useState } from 'react';

/** A QR code of an address as a picture, or null until it is drawn; what draws it is loaded only then. */
export function useQrCode(address: string, widthPx: number): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('qrcode').then(async ({ default: qrcode }) => {
      const url = await qrcode.toDataURL(address, { margin: 0, width: widthPx });
      if (wanted) setPicture(url);
    });
    return () => {
      wanted = false;
    };
  }, [address, widthPx]);
  return picture;
}
