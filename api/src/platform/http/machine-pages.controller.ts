import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Config } from '../../config.js';
import { Clock } from '../clock.js';
import { InjectConfig } from '../config.token.js';
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
    const expires = new Date(this.clock.now().getTime() + VALIDITY_MS).toISOString();
    const contact = this.config.securityContact ?? `${this.config.publicUrl}/mentions-legales`;
    return `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: fr, en\nCanonical: ${this.config.publicUrl}/.well-known/security.txt\n`;
  }
}
