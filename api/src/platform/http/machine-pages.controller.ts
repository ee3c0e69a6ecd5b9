import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Config } from '../../config.js';
import { Clock } from '../clock.js';
import { InjectConfig } from '../config.token.js';
import { ROOT } from '../version.js';
import { Public } from './access.js';
import { escapeHtml } from './html.js';
import { WebPages } from './web-page.js';

const SITEMAP_LIMIT = 50_000; // sitemaps.org, protocol 0.9
const VALIDITY_MS = 180 * 24 * 3_600_000;

/** Pages that machines look for at fixed addresses. */
@ApiExcludeController()
@Public()
@Controller()
export class MachinePagesController {
  constructor(
    private readonly pages: WebPages,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
  ) {}

  @Get('robots.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  readRobots(): string {
    return `User-agent: *\nAllow: /\nDisallow: /api/\nSitemap: ${this.config.publicUrl}/sitemap.xml\n`;
  }

  @Get('sitemap.xml')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  async readSitemap(): Promise<string> {
    const paths = (await this.pages.sitemapPaths()).slice(0, SITEMAP_LIMIT);
    const urls = paths.map((path) => `<url><loc>${escapeHtml(`${this.config.publicUrl}${path}`)}</loc></url>`);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  }

  /** RFC 9116: `Contact` and `Expires` are compulsory. */
  @Get('.well-known/security.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  readSecurityContact(): string {
    const { publicUrl, securityContact } = this.config;
    const fields = {
      Contact: securityContact ?? `${publicUrl}/mentions-legales`,
      Expires: new Date(this.clock.now().getTime() + VALIDITY_MS).toISOString(),
      'Preferred-Languages': 'fr, en',
      Canonical: `${publicUrl}/.well-known/security.txt`,
      Policy: `${publicUrl}/.well-known/security-policy.txt`,
    };
    return `${Object.entries(fields)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}\n`;
  }

  /** What people who look for faults may do and expect: the project's own SECURITY.md, under an address that stays. */
  @Get('.well-known/security-policy.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  readSecurityPolicy(): Promise<string> {
    return readFile(join(ROOT, 'SECURITY.md'), 'utf8');
  }
}
