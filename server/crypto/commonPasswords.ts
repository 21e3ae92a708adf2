// Cut from the frequency lists of zxcvbn 4.4.2 (Dropbox, MIT licence), obscene words left out, with a few of our own.

const split = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Common passwords of twelve characters and more, in lower case. */
export const COMMON_PASSWORDS = split(`
123qweasdzxc 1qaz2wsx3edc q1w2e3r4t5y6 1q2w3e4r5t6y mailcreated5240 qazwsxedcrfv 123456qwerty qwerty123456 polniypizdec0211 sojdlg123aljg
leavemealone 123456654321 gfhjkmgfhjkm qazwsxedc123 ghjcnjgfhjkm sonyericsson zxcasdqwe123 ghhh47hj7649 123456789qwe 1qazxsw23edc
qwerasdfzxcv qweasdzxc123 flvbybcnhfnjh 123456789987654321 112233445566 finalfantasy ghbdtnrfrltkf websolutions chickenwing101
1qaz2wsx3edc4rfv justinbieber contortionist newproject2004 needforspeed businessbabe 123456789123 maurolarastefy domainlock2005 dkflbvbhjdbx
hd764nw5d7e1vb1 qazwsxedcrfvtgb dkflbvbhjdyf counterstrike zaq1xsw2cde3 vfvfvskfhfve ghjcnjghjcnj fkmnthyfnbdf 123456789abc admin18533362
23176djivanfros 123456789qwerty qazxswedcvfr qwertyasdfgh 1111111111zz whosyourdaddy fktrcfylhjdyf fktrcfylhjdbx 123456789qaz 541233432442
12345678900987654321 password1234 ghbdtnghbdtn 010203040506 lost4815162342 102030405060 vanyarespekt combat123654 qwerty123456789
devilmaycry4 iseedeadpeople 89231243658s 123456789qqq jamesbond007 4815162342lost 123123qweqwe qwertyytrewq 1234567890qw 1234qwerasdf
123qwe456rty asdfghjkl123 ghjcnjrdfibyj qwertyuiop123 saun24865709 q1w2e3r4t5y6u7 1qa2ws3ed4rf 123456789zxc polniypizdec110211 ptybnxtvgbjy
12345678987654321 mevefalkcakk playstation3 31217221027711 q1w2e3r4t5y6u7i8 zqjphsyf6ctifgu 1234567890qwe hedimaptfcor lhbjkjubz2957704
andrewjackie networkingpe 12qw34er56ty 1qazxsw23edcvfr4 159753456852 123456782000 christopher1 ingodwetrust installdevic digitalprodu
minecraft123 boy4u2ownnyc an83546921an13 1234567890zzz olcrackmaster abc123456789 auckland2010 residentevil qawsedrftgyh 123321qweewq
32615948worms 742617000027 nemvxyheqdd5oqxyxyzi avrillavigne massimiliano 012345678910 41d8cd98f00b nhfdvfnjkju123 gjkysqgbpltw temppassword
ticketmaster 01telemike01 p030710p$e4o stratocaster punksnotdead playstation2 fynfyfyfhbde ghjcnjqgfhjkm nightcrawler installsqlst
123456789101 frederiksberg 1234567890qaz 1a2s3d4f5g6h sanfrancisco 89876065093rax ghjcnjgbpltw 1234567qwertyu 1234qwerasdfzxcv
lytghjgtnhjdcr schoolgirlie 111222333000 zaqwsxcderfv seemnemaailm nhecsyfujkjdt qwaszxerdfcv antananarivu vfrcbvvfrcbv greenlantern
q1w2e3r4t5y6u7i8o9p0 passwordstandard corperfmonsy maprchem56458 warhammer40k 1234567890qwerty morganstanley 1234567890987654321
cjdthitycndj bltynbabrfwbz stinkyfinger qwertyuiop10 qazxswedc123 iampurehaha2 zxcvbn123456 gtnhjpfdjlcr 123321456654 59382113kevinp
bpgjldsgjldthnf rfnthbyf1988 1qa2ws3ed4rf5tg qwertyuiop12345 nhfycajhvths msorcloledbr stickdaddy77 vfhbyfvfhbyf asdfgh123456 123456789asd
specialinsta michaeljackson webuivalidat 1234567887654321 1234567892000 ilovemyfamily weihnachtsbau 014702580369 qaz123wsx456 123456789qwer
111222333444555 123456789000 systemofadown vladimirovna 122333444455555 amadeusptfcor zxcvbnm123456789 websolutionssu mortalkombat
paraklast1974 minnesota_hp nondriversig 123qwerty123 a1s2d3f4g5h6 z1x2c3v4b5n6m7 ghjnbdjcnjzybt thecakeisalie fktrcfylhjdf qwertyuiop12
ontheoutside zcfvfzkexifz sonnenschein wazzkaprivet qwertasdfgzxcvb weihnachtsbaum 123456789012 1234567890123 12345678901234 123456789012345
qwertyuiop[] 1q2w3e4r5t6y7u 1qaz2wsx3edc4rfv5tgb zaq12wsxcde3 !qaz2wsx#edc 1qaz@wsx3edc a1b2c3d4e5f6 abcdefghijkl abcd12345678 aa1234567890
p@ssw0rd1234 correcthorsebatterystaple trustno1trustno1 iloveyouforever ilovejesuschrist whateveryouwant nothingelsematters
`);

/** Words and names that common passwords are made of, in lower case, four letters and more. */
export const COMMON_WORDS = split(`
aaliyah aardvark aaron aberdeen abgrtyu abnormal abrakadabra absolut abstr access accord achilles achtung action adam adgjmptw adidas admin
administrator adonis adrian aezakmi aggies agnes aikido airborne airbus airforce airplane airwolf akira alabama aladin alan alaska albany
albatros albert alberto albion alejandr aleksandr aleksandra aleksey alenka alessandro alex alexande alexandr alexey alexis alfa alfred
alfredo alibaba alice alicia aliens allan allison allmine allsop allstar alma aloha alpha alphabet alpine altima alucard alvin amadeus
amanda amateur amateurs amazon amber americ america amerika amigo amorcit amsterda amsterdam anaconda anai anakin anarchy anastasi
anastasiya andre andrea andrei andrew andrey andromed andromeda anfield angel angela angels angelus angus anhyeuem animal anime anita anna
anne annette annie antelope anthon anthony anthrax antoni antonio anubis apache apollo apple applepie apples april aptiva aquarius aragorn
aramis arcadia arizona arjay arlene armada armagedon armando armani armstron arrow arrows arsenal artem artemis artemka arthur artur asdasd
asddsa asdf asdfasdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdfjkl asdfzxcv asdzxc ashley aspire aspirine asterix astra astral astro
astros athlon atlanta atlantis atomic attila auburn audrey august aussie austin australi authenticator autumn avalanch avalon avatar avenger
awesome azamat azazel azerty azsxdc azsxdcfv babe babes babyblue babyboy babydoll babyface babygirl babylon babylove bacardi bacchus
backdoor badboy baddog badger badgers badgirl badman baggins baggio bagira baller ballin balloon balloons balls bambam bamboo banana bananas
banane bandit banker banner banshee banzai barbados barbara barbie barcelon barcelona barefoot barkley barney barry barselona barsik bartman
basebal baseball basket basketba basset bassman bastard batman bayern bcfields bdsm beaches beagle beamer beaner beanie bear bearcat
bearcats beardog beast beastie beatle beatles beatrice beautifu beauty beavis beckham beefcake beemer beer beerman beetle belmont benfica
beng bengals benjamin beowulf beretta bergkamp berlin bernard bernice bertha bessie beth betty beverly bhbirf bian biao bicycle bigballs
bigbear bigben bigbird bigblock bigblue bigbob bigboss bigboy bigcat bigdaddy bigdog bigfish bigfoot biggie biggles bigguy bighead bigmac
bigman bigmike bigmoney bigone bigred bigtime bigtit bikini bilbo bill billy billybob billyboy bimmer bing bingo binladen birddog birdie
birdman biscuit biteme bizkit blabla blackbir blackcat blackdog blackhaw blackie blackjac blackjack blackout blacks blacky blade blades
blahblah blam blaster blaze blazer blessed blessing blizzard blonde blondes blondie blue bluebell bluebird blueboy bluedog blueeyes bluefish
bluemoon blues bluesky bluesman boating bobafett bobby bobcat bobdylan boeing bogart bogdan bogey bohica boiler bollocks bollox bologna
bombay bomber bombers bonehead boner bones bonjour bonjovi bonkers bonnie bonsai booger boogie bookworm boomboom boomer booster bootie boots
boozer borabora boricua borussia bosco bossman boston bounce bounty bowler bowling bowwow boxer boxers boxing boxster brad bradley brando
brandon brandy brasil braves brazil breast breasts breeze brenda brent brett brian brighton bristol britain britney brittany brodie broker
bronco broncos brooklyn brownie browns bruce brucelee bruins bruiser brutus bryan bubba bubbas bubble bubbles buceta bucket buckeye buckeyes
buckshot budapest buddah buddha buddie buddy buddyboy budlight budman budweise buffalo buffett bugger builder bull bulldog bulldogs bullet
bullfrog bulls bullseye bummer bumper bunghole bunnies bunny burger burrito bushido buster butch buzzard byteme cabbage cabron cactus
cadillac caesar calgary calico caliente californ caligula callum calvin camaro cambiami camel camelot camels cameltoe cameron camper canada
cancer cancun candle candyman cang cannabis canon cantona capone capslock captain caramel caravan cardinal carl carla carlito carlitos
carlos carmen carnage carol carolina caroline carolyn carpedie carpet carrera carrie carrot cartman cartoon casanova caserta casey casino
casper cassie catdog catfish catherin catherine cathy catman cats catwoman cavalier caveman ccbill cdtnbr cdtnkfyf cecil celeb celeron
celica celine celtic celtics ceng cerberus cessna cfitymrf cgfhnfr chad chai chainsaw champ champion champs changeme chao chaos charger
chargers charlene charles charli charlie charlott charlotte charlton charly charmed chaser cheater checkers cheech cheeks cheers cheese
cheetah chelsea cherokee cherry cheryl chester chevelle chevrole chevrolet chevy chevys chewie cheyenne chiara chicago chichi chicken
chickens chicks chico chiefs chilli chillin chilly chimera chinook chipmunk chipper chippy chivas chocolat choochoo chopin chopper chou
chris chrisbln chriss chrissy christ christia christian christin christina christine christma christop christopher chrome chronic chrono
chrysler chuai chuang chubby chuckie chuckles chucky chui chunky chuo ciccio cicero cigars cinder cindy cinnamon citadel citroen cjkysirj
cjkywt clancy clapton clara clarence clarinet classic classics claude claudi claudia claymore clayton clemson cleopatr clevelan clifford
climber clinton clipper clippers clouds clover clowns clyde cnfybckfd cobain cobalt cobra cobras cocacola cocaine coconut codered cody
coffee cohiba coke coldbeer colleen colnago colombia colorado colors coltrane comanche comet commando company compaq compute computer conan
concord concorde concrete condom condor cong connect connie connor constance consumer cookie cookies cooldude cooler coolguy coolio coolman
coolness cooter copper corey corleone corndog corolla corona corrado corsair corvette cory cosmic cosmo cosmos cosworth cougar cougars
courtney coventry cowboy cowboys coyote cracker craig cramps crazybab creative cricket crimson critter crjhgbjy cruise cruiser crunch
crusader crusher crysis crystal cthtuf cthulhu cthutq ctrhtn cuan cubbies cubswin cuddles cupcake curious curtis custom cutter cxfcnmt cyber
cyborg cyclone cyclops cygnus cynthia cypress dabears daemon daewoo dagger dakota dale dalejr dallas dalshe dammit dana dancer dang danger
danie daniel danielle daniil danila danni danny dannyboy danzig darklord darkman darkness darkside darkstar darlene darrell darren darryl
dave david davide davids dawg dawn daytona dbrnjh dbrnjhbz deadhead deadman deadpool dean debbie deborah debra december deejay deepthroat
deeznuts deeznutz default defender defiant deftones delete delight delores delphi delta deluxe demo denali deng denise deniska dennis
depeche derek derrick desert designer desire deskjet destin destiny detroit deutsch deutschland devil devildog devils dexter dfcbkbq dfkthbz
dfkthf dfktynbyf dfvgbh dharma diablo dialog diamond diamonds diana diane diao diehard diesel dietcoke dieter digger diggler digimon digital
dilbert dilligaf dima dinamo dinara dindom ding dingdong dinosaur dirtbike discover disney diver divine dkflbckfd dkflbvbh doberman doctor
dodger dodgeram dodgers dogbert dogboy dogcat dogface dogfood dogg dogger doggie doggy doghouse dogman dogs doitnow dollar dolores dolphin
dolphins domino donald donkey donna donuts doobie doodle doofus doogie dookie doomsday dora doris dorothy dotcom doughboy douglas dracula
drago dragon dragonba dragonball dragons dragoon drakon draven dreamer dreams drifter driver drizzt droopy drowssap drpepper drummer
dthjybrf duan duane dublin ducati duchess duck duckie dundee durango duster dustin dutchess dwayne dwight dynamite dynamo eagle eagles earl
earnhard eastside eastwood eatme eclipse eddie edgar edith edna eduard edward edwin eeyore eggman eileen einstein ekaterina elaine eldorado
eleanor electra electric electro electron element elephant elizabet elizabeth elizaveta ella ellen elmer elsie emerald emily eminem emma
empire engage engineer england enigma enrico enter enterme enterpri enterprise entropy epsilon eraser eric erica ericsson erik erin ernest
esther eternal eternity ethel eugene eureka europa evangelion evelyn everest everett everlast everton excalibu excalibur exigen exigent
exodus exotic explorer express extreme fabie fabric facial falcon falcons fallen fallout fandango fang fantasia fantasy farscape farside
fart fastball faster fatboy fatcat fatman fatty fearless feather february felix fender feng fenway fergie fergus fernand fernando ferrari
ferret fester fghtkm fgtkmcby ficken fidelio fiesta figaro fighter filter finger fire fireball firebird firefly firefox fireman firewall
fish fishbone fishes fishhead fishin fishing fitness fktrcfylh fktrcfylhf fktrctq flames flamingo flanker flash flatron fletch flexible
flipper floppy florence florian florida flounder flower floyd fluffy flyboy flyers flyfish foobar footbal football forest foreve forever
forfun formula forsaken fortuna foryou fossil foxtrot foxy franc france frances francesc francis francisco frank franky freaks freaky
freckles fred freddy frederick freebird freedom freeuser freeway friday fright frisco frisky frodo frog frogger froggy frogman frontier
frosty fubar fugazi fulham fullmoon funtime fusion futbol fuzzy fyfcnfcbz fyfnjkbq fylhtq fytxrf fyutkbyf gabrie gabriel gabriell gadget
gagging gail galaxy galina galore gambit gameboy gamecube gameover gandalf ganesh gangsta gangster garden garfield gargoyle garion gary
gasman gatehouse gateway gator gatorade gators gawker gbhfvblf gbpltw gegcbr geheim gemini gene generic genesis geng genius georg george
georgia gerald geraldine germany geronimo gertrude gesperrt getmoney getout getsome gfhjkm gfhjkmgfhjkm ghbdtn ghbdtnbr ghblehjr ghbywtccf
ghetto ghjcnj ghjcnjgfhjkm ghjcnjnfr ghost ghostrider giants gilbert gilles gina ginger giorgi giorgio giraffe girls gizmo gizmodo gjkbyf
gladiator gladys glen glenda glenn gloria gmoney goalie goat goaway gobears goblin goblue gobucks goddess godfathe godfather godsmack
godzilla gofish goforit goirish goku golden goldfish goldstar goldwing golf golfball golfer golfing goliath gollum gonavy gong gonzo goober
goodboy goodluck goodtime goofy google gooner goose gopher gorilla gotcha goten gothic gotohell govols grace granny grease greatone greenbay
greenday greens greg gregor gregory gremlin grendel gretzky griffey gringo grizzly gromit groove groovy groucho grumpy gryphon gtnhjdbx guai
guang guardian guest guiness guinness guitar guitars gundam gunnar gunner gunners gustav guyver gypsy habibi hack hacked hacker haggis hairy
halflife halifax hallo hambone hamburg hamish hamlet hammer hammers hamster handball handyman hannah hannibal hansolo happyday hardcore
hardrock harley harold harry harrypotter harvest havana havefun hawaii hawaiian hawkeye hawkeyes hayabusa hazel hearts heater heather heaven
heckfy hector hedgehog heidi heineken helen hellboy hellfire hello helloo hellos hellyeah helmet helpdesk helpme hendrix heng henry hentai
herbert herbie hercules herman hermes hershey hesoyam hewlett heynow hidden highbury highheel highland highlander hiphop hippie hitachi
hithere hitman hjccbz hjvfirf hobbes hobbit hockey hokies holiday holly hollywoo homeboy homerj homers homerun honda hondas hongkong
honolulu hookem hookup hooligan hoosier hoosiers hootie hopeful horizon horndog hornet hornets horney horse horses hotbox hotboy hotdog
hotone hotred hotrod hotshot hotstuff hottie hounddog hover huai hugh hummer hunter hunting hurrican husker huskers huskies hyperion iamgod
ibanez iceberg icehouse iceman idontkno idontknow idunno iforgot igor iguana ihateyou illini illusion iloveme iloveu iloveyo iloveyou
imation immortal impala incubus indiana indians indigo inferno infiniti infinity insane insert insomnia inspiron install integra intel
internet intrepid intruder inuyasha iomega ipswich irene irina irinka irishman irma ironman iscool islander istanbul italia itsme ivan
ivanov ivanova iverson iwantu jabroni jack jackal jackie jackoff jackpot jacob jacqueline jagger jaguar jaime jamaica james jamesbon
jamesbond jamie jammer jammin jane janet janice january jared jarhead jasmine jason jasper java javier jaybird jayden jayhawk jayhawks
jazzman jean jeanette jeanne jedi jeep jeff jefferso jeffery jeffrey jelly jellybea jenn jennife jennifer jeremy jericho jerome jerry jesse
jessic jessica jessie jester jesus jethro jets jetski jewels jezebel jiang jiao jiggaman jill jimbo jimbob jimmie jimmy jing jingle jiong
jktymrf joan joann joanne jockey joebob joel johann johannes john johnboy johndeer johnnie johnny joker jokers jonathan jonny jorda jordan
jorge jose joseph josephin josephine joshua joyce jrcfyf jsbach juan juanita jubilee judith judy juggalo juice juicy julia julie julien
julio july jumper june junebug jungle junior junkie jupiter justdoit justice justin justme juventus kahuna kakashka kaktus kalina kamikaze
kamila kangaroo kansas karate karen karina karl karolina kashmir kasper katana katarina katerina katherine kathleen kathryn kathy katie
katrin kawasaki kazantip keeper keith kelly keng kenneth kenshin kenwood kenworth kevin keyboard keystone keywest kfhbcf kicker kidrock
kieran killbill killer killers killjoy killme kilroy kimberly kimmie kingfish kingkong kingpin kingston kipper kirill kirsty kisses kissme
kitkat kitten kittens kitty kittycat kittykat kjkszpj kjrjvjnbd klaster kleopatra klingon knickers knicks knights knockers knopka kodiak
kolobok komodo konstantin kool korn koroleva koshka kosmos kostya kotaku kotenok krasotka krishna kristen kristin krusty krypton ktyjxrf
kuai kuang kume kungfu kurt kyle labrador labtec lacrosse ladybug laguna lakers lakota lamer lance lancelot lancer lansing lantern laptop
larisa larry laser lassie lasvega lasvegas latinas latino laura lauren laurent laurie lawrence lazarus leather leavemealone ledzep legacy
legend legion legolas lemonade leng lennon leon leonard leonid leopard leroy leslie lespaul lestat lester letmein letsgo lexmark lexus liang
liao liberty lick licking lickit lickme lifehack lighter lightnin lightning lights lillian lillie linda lindros lineage lion lionking liquid
lisa lithium liverpoo liverpool lizard lloyd lobster loco login logitech lois lokomotiv lolipop lollipop lollol lollypop london lonestar
lonewolf longbow longdong longhorn longjohn lonnie looker looser loretta lori lorraine loser losers lotus louis louise love lovebug loveit
lovelife lovely loveme lover loverboy lovers loveyou lowrider ltybcrf luan lucifer lucille lucky luckydog lucy ludmila luis lumber lust
lvbnhbq lydia lynn macbeth macdaddy machine macross madcat maddie maddog madina madison madman madmax madness madonna maestro magelan maggi
maggie maggot magic magician magick magicman magnet magnum magnus magpie maiden mailman majestic makaveli maksim maksimka malachi malaka
malibu malina mallard mamapapa manchest manchester mancity mandarin mandingo mang mango maniac mankind manolo manowar manson mantis manuel
manutd maradona marathon marc marcello march marcia marcus margaret maria marian marie marika marilyn marina marine mariners marines marino
mario marion mariposa marius marjorie mark marker markiz marlboro marlene marley marseille martha martini marvin mary maryjane masamune
massive maste master matador mathew matrix matteo matthew matthias mattie mature maureen maurice maverick maxell maxim maxima maxime maximus
maxine maxwell maxx mayday mayhem mazafaka mazda mclaren meatball meathead meatloaf mechanic medic medion medusa megadeth megaman megan
megatron meister melanie melinda melissa mellon mellow melvin memorex memphis menace meng meowmeow mephisto mercedes mercury meridian merlin
merlot mermaid mersedes messiah metallic metallica mets mexico miami mian miao michae michael micheal michele michelle michigan mick mickey
micro microlab micron microphone microsof microsoft midget midnight midway mighty miguel mihail mike mikey milana milano mildred milena
milkman millwall milton minecraft minime minnie mirage misfit misfits mishka mister mistress mittens mnbvcxz modena mojo mollydog moloko
molson momoney monaco monalisa monarch monday mondeo money moneyman moneys mongoose monica monitor monke monkey monkeybo monkeys monopoly
monster montana montreal moocow mookie moomoo moonbeam moondog moonlight moose mordor moritz morpheus mortgage mortimer moscow moskva mother
motherlode motorola mountain mouse mozart mudvayne muffin mulder mullet multiplelo munchkin muppet musashi muscle muscles mushroom musica
musicman mustafa mustang mustangs mustard mybaby mygirl mykids mylife mylove myname mypassword mystic namaste nancy nang nanook napoli
napster naruto nascar natali natalie natasha nathan nathaniel naughty nautilus nebraska neil nellie nemesis neng neptune netscape nevada
nevermind newbie newcastl newlife newport newyork nextel nfnmzyf nfytxrf niang niao niceguy nicholas nickel nicola nicole nike nikita
nikitos nikola nikolay nimbus nimrod niners ning ninja ninjas nintendo nipper nirvana nissan nitram nitro nofear nokia nolimit nomore nong
noodle noodles nookie norma norman norwich nostromo novell november ntktajy nuan nudist nugget nuggets nutmeg nuttertools nygiants nyjets
nylons nymets oakland oasis oatmeal obelix obiwan oblivion oceans october office officer ohyeah oilers oksana oldman oleg olesya oliver
olivier omega onelove onetime onetwo online onlyme openup operator optimus oracle orange oranges orchid orient orioles orion oscar osiris
othello outkast outlaw overkill overlord oxford ozzy pacers packard packer packers pacman paddle padres paintbal paintball pakistan paladin
pallmall palmtree paloma pamela panama panasoni panasonic pancho panda pandora pang pantera panther panthers pantyhos panzer paolo paradigm
paradise paradox parola parrot pascal pass passat passion passme passport passwd passwor password passwords passwort pasword patches patric
patricia patrick patriot patriots paul paula paulie pauline pavel pavilion pavlov pdtplf peach peaches peanut peanuts pearl pearljam pebbles
pedro peekaboo peewee pegasus peggy pelican pencil peng penguin penguins penthous pentium pepito pepper pepsi persik pervert peter peterpan
petrov peugeot phantom pharmacy pheonix philip philippe philips phillies phillip philly phish phoeni phoenix photos phpbb phyllis pian
pianoman piao picard picasso piccolo pickle pickles pickup pics picturs pigeon piggy piglet pikachu pillow pinball pineappl pineapple ping
pingpong pinhead pink pinkfloy pinkfloyd pinky pioneer pipeline pippen pippo piramida pirate pirates pisces pistol pistons pitbull pixies
pizza pizzas placebo planet plasma plastic platinum platypus player playstat playstation playtime plumber pluto plymouth pobeda poison
poiuyt poiuytrewq pokemon polaris police polina polo polska pompey poncho pontiac pony poochie poodle pooh poohbear pookie poontang pooter
popcorn popeye popper poppy porkchop porsche portland portugal poseidon possum postal postman potato pothead powder preacher precious
predator prelude premium presario presiden presto primus prince princes princess pringles printer prissy private privet prodigy prophet
prowler proxy psycho puddin pudding puffin puffy pulsar pumpkin pumpkins punisher punkin punkrock puppies puppy pupsik purdue purple putter
pyramid python qawsed qawsedrf qazqaz qazws qazwsx qazwsxed qazwsxedc qazwsxedcrfv qazxsw qazxswedc qazzaq qiang qiao qing qiong quan
quantum quartz quattro queens quest qwaszx qweasd qweasdzxc qweqwe qwerasdf qwert qwerty qwertyu qwertyui qwertyuio qwertyuiop qwertz rabbit
rabota racecar racer racerx rachel racing radiohea radiohead rafael ragnarok raider raiders rainbow rainman raistlin ralph rambler rambo
rammstein ramon ramones rampage ramrod ramses rancid randall random randy rang ranger rangers raptor rascal rasputin rasta rastaman raul
raven ravens raymond razor razz rbhbkk rctybz reader realmadrid reaper rebecca rebel rebels reckless redalert redbaron redbird redbull
reddevil reddog reddwarf redeye redfish redfox redhead redhot redline redman redneck redrose redrum reds redskins redsox redwing redwings
redwood reebok reefer reflex regina reginald reload renault renee renegade reng reptile rereirf rescue revolver rfhbyf rfnthbyf rfrfirf
rfrnec rhbcnbyf rhfcjnrf rhino rhjrjlbk rhonda rhtdtlrj ricardo richard rick ricky rightnow ripken ripper ripple rita rjhjktdf rjirfrgbde
rjntyjr rjycnfynby roadkill roadking roadrunn roadster rober robert roberta roberto robin robot robotech robotics rocker rocket rockets
rockford rockhard rockies rockon rocks rockstar rodman rodney roger roland roller rolltide romans romashka rommel ronald ronaldo rong ronnie
rookie rooster root rootbeer rosa rose rosebud rosemary rotten rover rovers royals rtyuehe ruan rubber rubble ruben ruby rulez rulezzz
runescape runner ruslan russell russia rustam ruth ryan sabbath sabine sabres safari sahara sailboat sailing sailor saints sairam saiyan
sakura salamander salasana saleen sally salmon salomon salsero samantha samiam samson samsun samsung samtron samuel samurai sancho sandiego
sandman sandra sandrine sandro sanfran sanity santafe sapper sapphire sara sarah saratoga sascha sassy sasuke satan satana saturday saturn
saun sauron sausage sausages sayang scania scanner scarface scarlet schalke scooby scoobydo scoobydoo scooter scorpio scorpion scotch
scotland scott scotty scout scrabble scruffy scuba scully seabee seadoo seagull seahawks seamus sean searay seattle sebastia secret security
seeker seinfeld sekret select seminole semperfi senators seng sensei sentinel septembe september serega serenity sergei sergey sergi
sersolution server sesame severin shado shadow shaggy shai shalom shaman shamrock shane shang shania shannon shao shaolin shark sharks
sharky sharon shasta shaved shawn shazam shei sheila shelby shemale sheng sherlock sherry shibby shiloh shiner shinobi shirley shocker
shogun shorty shotgun shou showme showtime shuai shuang shui shun shuo shutup sidekick siemens sierra sigma silver silverad simba simple
simpsons sinatra sinbad sinister sinned sinner sirius sissy sithlord sixers skate skater skeeter skidoo skiing skinny skipper skippy
skittles skorpion skydive skyhawk skylar skyler skyline skywalke skywalker slacker slamdunk slapper slappy slapshot slavik slayer sleeper
sleepy slick slider slim slinky slipknot slippery slowhand sluggo smashing smeghead smegma smelly smiles smiley smirnoff smiths smitty smoke
smoker smokes smokey smokie smokin smooth smudge smut snake snakes snapon snapper snapple snappy snatch sneakers sneaky snickers sniper
snooker snoop snoopdog snoopy snowball snowboar snowboard snowflak snowman snuffy snuggles sobaka soccer socrates softail softball software
soldier soleil solitude solnce sommer sonata sonic sonics sonoma sony sonyericsson sooners sophi sophie soprano soulmate southpar southpark
sowhat spaceman spam sparkle sparky sparta spartak spartan spartans spawn speaker specialk spectre spectrum speedo speedy sphinx spider
spiderma spiderman spidey spike spiker spikes spikey spinner spirit spitfire splash splinter spock sponge spongebo spongebob spooky sporty
spotty spring sprint sprinter sprite spunky spurs sputnik spyder squall squash squirrel squirt srinivas stacey stacy stalin stalker stallion
stanislav stanley star starbuck starcraf starcraft stardust starfire starfish stargate starligh starman starship starter startrek starwars
stasik static stealth steeler steelers stefano steffi stella stepan steph stephani stephanie stephen stereo sterlin steve steven sticks
sticky stiffy stimpy sting stinger stingray stinker stinky stocking stocks stonecol stonecold stoned stones stoney storm stormy stranger
stratus strawberry strider strike striker stroker stubby stud studly stumpy stunner stupid stylus suan subaru sublime submit subway subzero
success sugar sultan summer summit sundance sunday sundevil sunfire sunflowe sunflower sunnyday sunrise sunset sunshin sunshine super superb
superfly superma superman supersta superstar surf surfer surfing survivor susan sushi suzanne suzuki sveta svetik svetlana svoboda swallow
sweetnes sweetpea sweets sweety swimmer swimming swinger swingers sword swordfis swordfish swords sydney sylvia syncmaster syracuse syzygy
taco tacobell tacoma talisman talon tamara tammy tango tanker tanya tara tardis target tarheel tarheels tarzan tasty tatarin tattoo tatyana
taurus taxman tazman tazmania tbone tdutybq tdutybz teacher technics techno teddybea teddybear tekken telefon telephon temp tempest templar
temporary teng tennis tequila teresa terminat terminator terrapin terri terror terry test tester testing thailand thanatos thankyou theboss
thecat thecrow thedog thedoors thedude theend thegame thegreat thekid theking thelma theman theodore theone theresa therock thesims thisisit
thoma thomas thor threesom thuglife thumbs thunder thunderb thursday tian tiao tiberius tiburon tickle tiffany tiger tigers tigge tigger
tights timber timothy tina ting tinker tinkerbe tinkerbell tinman tintin tipper titan titanic titanium titans titleist titten titties titty
tkbpfdtnf toaster todd toejam toffee tokiohotel tolkien tomato tomcat tommy tommyboy tony tonya toolman toon tootie tootsie topcat topdog
topgun topher topper torino tornado toronto toshiba tottenha tottenham toyota tracker tractor tracy trader trainer trance transam translator
trapper travel traveler travis treasure trebor trfnthbyf triangle tricky trident trigger trinity tripod tripper triton triumph trixie trojan
trojans troll trombone trooper trouble troy truck trucker trucks truelove trumpet trunks tsunami tuesday tulips tunafish tundra tuning turbo
turkey turtle tweety twilight twinkle twisted twister tyler typhoon tyrone ufkbyf ultima ultimate ultra umbrella umpire undead underdog
undertak undertaker unicorn unreal upyours usarmy user username usmc usnavy utopia vacation vader vadim valentin valentina valera valerie
valhalla valkyrie vampire vanessa vanguard vanhalen vanilla varvara vasilisa vector vectra vedder vegeta velvet venera vera verbatim veritas
verizon vermont vernon veronica veronika versace vertigo vette vfczyz vfhbyf vfhecz vfhufhbnf vfibyf vfitymrf vfksirf vfrcbv vfrcbvrf vfvekz
vfvfgfgf vfvjxrf viagra vicki vickie victor victoria victory viewsoni viewsonic viking vikings viktor viktoria viktoriya vincent vintage
viola violetta violin viper vipers virginia visa vision vitalik vivian vjcrdf vkontakte vladik vladimir vladislav volcom volkswag volley
volvo voodoo vortex voyager voyeur vsegda vulcan waffle walleye walmart walnut walrus walter wanda wanderer wapbbs warcraft wareagle
warhammer warlock warlord warrior warriors warthog wasabi washingt wasser wassup watcher waterloo wayne weasel webhompas webmaste webmaster
wednesday weed weezer welcom welcome welder wendy weng werder werewolf wesley westham westside westwood whatever whatsup wheels whiskers
whiskey whisky whisper whiteout whitesox whitey whocares whynot wibble wicked wifey wildbill wildcard wildcat wildcats wildfire wildman
william willie willow wilma windmill windows windsor windsurf wingman winner winston winter wisdom wishbone wizard wolfgang wolfie wolfman
wolfpack wolverin wolverine wolves wombat woodie woodland woody woofer woofwoof woohoo wookie wraith wrangler wrench wrestle wrestlin wutang
xanadu xavier xerxes xfiles xiang xing xtreme yamaha yankee yankees ybrbnf ybrjkfq yeahbaby yellow yfcntymrf yfnfif yfnfkb yfnfkmz
yjdsqgfhjkm yoda yogibear yolanda yomama yosemite yourmom ytrewq yugioh yummy yvonne yzerman zachary zalupa zang zanzibar zaphod zappa
zaqwsx zaqxsw zaqxswcde zaraza zebra zeng zenith zephyr zeppelin zerocool zeus zhai zhao zhei zheng zhjckfd zhong zhou zhuai zhuang zhui
zhun zhuo zidane ziggy zigzag zildjian zipper zippy zodiac zombie zong zorro zuan zvezda zxcasd zxcasdqwe zxcv zxcvbn zxcvbnm
`);
