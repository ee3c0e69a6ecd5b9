import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import type { BodyNumber } from '../organisation.identity.rules.js';
import { type RegisterAnswer, type RegisteredBody, type RegisterSource, UNKNOWN } from './registered-body.js';

/** The organisations imported from registers, and not yet claimed. */
@Injectable()
export class RegisterRows implements RegisterSource {
  constructor(@InjectEntityManager() private readonly db: EntityManager) {}

  async find(number: BodyNumber): Promise<RegisterAnswer> {
    const { siret, rna } = { siret: null, rna: null, ...number };
    const [body] = await this.db.sql<RegisteredBody[]>`
      select o.name, o.siret, o.rna, o.legal_form as "legalForm", o.owner_kind as "ownerKind",
             split_part(o.commune_id, ':', 2) as "communeCode", null as active,
             json_build_object('register', d.title, 'asOf', d.as_of) as source
      from organisation o join dataset d on d.id = o.dataset_id
      where o.origin = 'register' and (o.siret = ${siret} or o.rna = ${rna})`;
    return body === undefined ? UNKNOWN : { status: 'found', body };
  }
}
