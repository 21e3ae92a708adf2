import { generateKeyPairSync, sign, X509Certificate, type KeyObject } from 'node:crypto';

/** A self-signed certificate for a host name, made on the spot so that no key lies in the repository. */
export interface TestCertificate {
  key: string;
  cert: string;
  x509: X509Certificate;
}

export function makeCertificate(host: string): TestCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = certificate(host, publicKey, privateKey);
  const cert = `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert,
    x509: new X509Certificate(cert),
  };
}

// DER (X.690), as little of it as RFC 5280 asks for.
function tlv(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
const sequence = (...parts: Buffer[]) => tlv(0x30, ...parts);
const hex = (text: string) => Buffer.from(text, 'hex');
const ECDSA_SHA256 = sequence(hex('06082a8648ce3d040302'));
const time = (year: number) => tlv(0x18, Buffer.from(`${year}0101000000Z`));

function certificate(host: string, publicKey: KeyObject, privateKey: KeyObject): Buffer {
  const name = sequence(tlv(0x31, sequence(hex('0603550403'), tlv(0x0c, Buffer.from(host)))));
  const altNames = sequence(hex('0603551d11'), tlv(0x04, sequence(tlv(0x82, Buffer.from(host)))));
  const isCa = sequence(hex('0603551d13'), hex('0101ff'), tlv(0x04, sequence(hex('0101ff'))));
  const body = sequence(
    hex('a003020102'),
    hex('020101'),
    ECDSA_SHA256,
    name,
    sequence(time(2020), time(2099)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(altNames, isCa)),
  );
  return sequence(body, ECDSA_SHA256, tlv(0x03, hex('00'), sign('sha256', body, privateKey)));
}
